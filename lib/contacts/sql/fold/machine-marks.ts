import { codeOf } from './action-codes'
import { aligned, firstOfRun } from './arrays'

/** `SOON_MS`, `BURST_MS` and `MANY_LINKS` of `lib/scoring/contacts/machine-rules`. */
const SOON_MS = 2000
const BURST_MS = 2000
const MANY_LINKS = 3

const CLICK = codeOf('click')
/** Further from every instant than two of them are. */
const FAR = `toInt64(4e15)`

/**
 * Marks of machine clicks, rules 2 and 3 of `lib/scoring/contacts/machine-rules`, over a contact's arrays of equal
 * length, newest first: `ats`, `codes`, `subjects`, `urls`, `stored_machines`; and over those of its deliveries,
 * `delivered_ats` and `delivered_messages`. A list of levels: each selects the columns of the one before and adds its
 * own; the last adds `machines`.
 *
 * Nearly nobody is suspicious, which is quickly told; everybody else's arrays are empty from there on. Of those who are,
 * both rules take a few sorts and never look at pairs, so that an address which is scanned ten thousand times is one
 * like others.
 */
export const machineLevels: readonly string[] = [
  `arrayFilter((a, c) -> c = ${CLICK}, ats, codes) AS clicked_ats,
   arrayFilter((a, c, u) -> c = ${CLICK} AND u != 0, ats, codes, urls) AS linked_ats`,

  // A click soon after a delivery has one right before it among both, in order.
  `if(notEmpty(clicked_ats) AND notEmpty(delivered_ats), arraySort(arrayConcat(
     arrayMap(a -> a * 2, delivered_ats), arrayMap(a -> a * 2 + 1, clicked_ats))), []) AS both_ats`,
  `arrayExists((x, step) -> bitAnd(x, 1) = 1 AND bitAnd(step, 1) = 1 AND step < ${2 * SOON_MS},
     both_ats, arrayDifference(both_ats)) AS may_be_soon,
   length(linked_ats) >= ${MANY_LINKS} AND arrayExists((a, older) -> a - older <= ${BURST_MS},
     linked_ats, arrayShiftLeft(linked_ats, ${MANY_LINKS - 1}, -${FAR})) AS may_be_burst`,

  // By message, deliveries before clicks, the earliest first: what begins a message is its first delivery, or a click.
  `if(may_be_soon, arraySort(arrayConcat(
     arrayMap((a, m) -> (m, toUInt8(0), a, toUInt32(0)), delivered_ats, delivered_messages),
     arrayMap((a, m, i) -> (m, toUInt8(1), a, i), ats, subjects, arrayEnumerate(ats)))), []) AS soon,
   if(may_be_burst, arrayReverse(arrayFilter((link, c, u) -> c = ${CLICK} AND u != 0,
     arrayZip(ats, urls, arrayEnumerate(ats)), codes, urls)), []) AS links`,
  `arrayFill((since, first) -> first, arrayMap((t, a) -> if(t = 0, a, ${FAR}), soon.2, soon.3),
     ${firstOfRun('soon.1')}) AS soon_since,
   links.1 AS link_ats, links.2 AS link_urls, links.3 AS link_places`,

  // Where a span of time begins or ends is counted in a sorted list of instants and ends, told apart by the last bit.
  `arraySort(arrayConcat(arrayMap(a -> (a - ${BURST_MS}) * 2, link_ats), arrayMap(a -> a * 2 + 1, link_ats))) AS begins,
   arraySort(arrayConcat(arrayMap(a -> a * 2, link_ats), arrayMap(a -> (a + ${BURST_MS}) * 2 + 1, link_ats))) AS ends`,
  `arrayFilter((n, x) -> bitAnd(x, 1) = 0, arrayCumSum(x -> bitAnd(x, 1), begins), begins) AS begun,
   arrayFilter((n, x) -> bitAnd(x, 1) = 1, arrayCumSum(x -> 1 - bitAnd(x, 1), ends), ends) AS ended`,

  // Which links are the last of so many different ones within the time; then which have one of those soon after them.
  `arrayMap(few -> toUInt8(length(few) >= ${MANY_LINKS}), arrayReduceInRanges('groupUniqArray(${MANY_LINKS})',
     arrayMap((n, i) -> (toInt64(n) + 1, toUInt64(i - n)), begun, arrayEnumerate(begun)), link_urls)) AS many`,
  `arrayReduceInRanges('max',
     arrayMap((n, i) -> (toInt64(i), toUInt64(n - i + 1)), ended, arrayEnumerate(ended)), many) AS burst`,

  `if(may_be_soon, ${aligned(`arrayFilter((pair, t) -> t = 1,
       arrayMap((a, since, i) -> (i, toUInt8(a >= since AND a - since < ${SOON_MS})), soon.3, soon_since, soon.4), soon.2)`)},
     stored_machines) AS soon_marks,
   if(may_be_burst, ${aligned(`arrayConcat(arrayZip(link_places, burst),
       arrayFilter((pair, c, u) -> NOT (c = ${CLICK} AND u != 0),
         arrayMap(i -> (i, toUInt8(0)), arrayEnumerate(ats)), codes, urls))`)}, stored_machines) AS burst_marks`,

  `if(may_be_soon OR may_be_burst,
     arrayMap((m, c, s, b) -> toUInt8(m OR (c = ${CLICK} AND (s OR b))), stored_machines, codes, soon_marks, burst_marks),
     stored_machines) AS machines`,
]
