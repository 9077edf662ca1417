import { codeOf } from './action-codes'
import { aligned, firstOfRun } from './arrays'

/** `SOON_MS`, `BURST_MS` and `MANY_LINKS` of `lib/scoring/contacts/machine-rules`. */
const SOON_MS = 2000
const BURST_MS = 2000
const MANY_LINKS = 3

const CLICK = codeOf('click')
/** Further from every instant than two of them are. */
const FAR = 4e15

/**
 * Marks of machine clicks, rules 2 and 3 of `lib/scoring/contacts/machine-rules`, as columns over a contact's arrays of
 * equal length, newest first: `ats`, `codes`, `subjects`, `urls`; and of deliveries `delivered_ats`,
 * `delivered_messages`.
 *
 * Nearly nobody is suspicious, which is quickly told; of those who are, both rules take a few sorts of the arrays and
 * never look at pairs, so that an address which is scanned ten thousand times is one like others.
 */
export const machineMarks = {
  /** First level: instants of clicks, and of clicks with a link. */
  clicks: `
    arrayFilter((a, c) -> c = ${CLICK}, ats, codes) AS clicked_ats,
    arrayFilter((a, c, u) -> c = ${CLICK} AND u != 0, ats, codes, urls) AS linked_ats`,

  /**
   * Second level. A click soon after a delivery has one right before it among both, in order; three clicks within a
   * while have the third from each other within it.
   */
  suspicions: `
    notEmpty(clicked_ats) AND notEmpty(delivered_ats) AND arrayExists(
      (x, step) -> bitAnd(x, 1) = 1 AND bitAnd(step, 1) = 1 AND step < ${2 * SOON_MS},
      arraySort(arrayConcat(arrayMap(a -> a * 2, delivered_ats), arrayMap(a -> a * 2 + 1, clicked_ats))) AS both_ats,
      arrayDifference(both_ats)) AS may_be_soon,
    length(linked_ats) >= ${MANY_LINKS} AND arrayExists(
      (a, older) -> a - older <= ${BURST_MS},
      linked_ats, arrayShiftLeft(linked_ats, ${MANY_LINKS - 1}, toInt64(-${FAR}))) AS may_be_burst`,

  /** Third level: as long as the arrays; empty where nobody is suspected of it. */
  marks: `
    if(may_be_soon, ${soonMarks()}, emptyArrayUInt8()) AS soon_marks,
    if(may_be_burst, ${burstMarks()}, emptyArrayUInt8()) AS burst_marks`,

  /** Fourth level: the stored mark, or one of the rules'. */
  machines: `
    arrayMap((m, c, s, b) -> m OR (c = ${CLICK} AND (s OR b)),
      stored_machines, codes,
      if(empty(soon_marks), stored_machines, soon_marks),
      if(empty(burst_marks), stored_machines, burst_marks)) AS machines`,
}

/** By message, deliveries before clicks, the earliest first: what begins a message is its first delivery, or a click. */
function soonMarks(): string {
  const rows = `arraySort(arrayConcat(
      arrayMap((a, m) -> (m, toUInt8(0), a, toUInt32(0)), delivered_ats, delivered_messages),
      arrayMap((a, m, i) -> (m, toUInt8(1), a, i), ats, subjects, arrayEnumerate(ats))))`
  const first = firstOfRun('soon_rows.1')
  const since = `arrayFill((x, f) -> f, arrayMap((t, a) -> if(t = 0, a, toInt64(${FAR})), soon_rows.2, soon_rows.3), ${first})`
  return aligned(
    `arrayFilter((x, t) -> t = 1, arrayMap((a, d, i) -> (i, toUInt8(a - d >= 0 AND a - d < ${SOON_MS})),
      (${rows} AS soon_rows).3, ${since}, soon_rows.4), soon_rows.2)`,
  )
}

/**
 * Among clicks with a link, the oldest first: which are the last of so many different links within the time, then which
 * have one of these within the time after them. Where a span of time begins or ends is counted in one sorted list of
 * instants and of ends, told apart by their last bit.
 */
function burstMarks(): string {
  const links = `arrayReverse(arrayFilter((x, c, u) -> c = ${CLICK} AND u != 0,
      arrayZip(ats, urls, arrayEnumerate(ats)), codes, urls))`
  const begins = `arraySort(arrayConcat(arrayMap(a -> (a - ${BURST_MS}) * 2, links.1), arrayMap(a -> a * 2 + 1, links.1)))`
  const before = `arrayFilter((n, x) -> bitAnd(x, 1) = 0, arrayCumSum(x -> bitAnd(x, 1), ${begins} AS begins), begins)`
  const ends = `arraySort(arrayConcat(arrayMap(a -> a * 2, links.1), arrayMap(a -> (a + ${BURST_MS}) * 2 + 1, links.1)))`
  const until = `arrayFilter((n, x) -> bitAnd(x, 1) = 1, arrayCumSum(x -> 1 - bitAnd(x, 1), ${ends} AS ends), ends)`
  const many = `arrayMap(few -> toUInt8(length(few) >= ${MANY_LINKS}), arrayReduceInRanges('groupUniqArray(${MANY_LINKS})',
      arrayMap((n, i) -> (toInt64(n) + 1, toUInt64(i - n)), ${before}, arrayEnumerate(links.1)), links.2))`
  const within = `arrayReduceInRanges('max',
      arrayMap((n, i) -> (toInt64(i), toUInt64(n - i + 1)), ${until}, arrayEnumerate(links.1)), ${many})`
  return aligned(`arrayConcat(
      arrayZip((${links} AS links).3, ${within}),
      arrayFilter((x, c, u) -> NOT (c = ${CLICK} AND u != 0),
        arrayMap(i -> (i, toUInt8(0)), arrayEnumerate(ats)), codes, urls))`)
}
