import { codeOf } from './action-codes'
import { codeIn, hasLink, isMachine } from './action-flags'
import { aligned, firstOfRun, only } from './arrays'
import type { Level } from './in-levels'

/** `SOON_MS`, `BURST_MS` and `MANY_LINKS` of `lib/scoring/contacts/machine-rules`. */
const SOON_MS = 2000
const BURST_MS = 2000
const MANY_LINKS = 3

const CLICK = codeOf('click')
/** Further from every instant than two of them are. */
const FAR = `toInt64(4e15)`

const begins = `arraySort(arrayConcat(
      arrayMap(a -> (a - ${BURST_MS}) * 2, s_linked_ats), arrayMap(a -> a * 2 + 1, s_linked_ats)))`
const ends = `arraySort(arrayConcat(
      arrayMap(a -> a * 2, s_linked_ats), arrayMap(a -> (a + ${BURST_MS}) * 2 + 1, s_linked_ats)))`

const suspected = [
  'ats',
  'flags',
  'subjects',
  'delivered_ats',
  'delivered_messages',
  'linked_ats',
  'linked_urls',
] as const

/**
 * Marks of machine clicks, rules 2 and 3 of `lib/scoring/contacts/machine-rules`, over a contact's arrays of equal
 * length, newest first: `ats`, `flags`, `subjects`; over those of its deliveries, `delivered_ats` and
 * `delivered_messages`, and of its clicks with a link, `linked_ats` and `linked_urls`, in any order. The last level makes
 * `marks` of machines that are not stored as such, empty where nothing is suspected.
 *
 * Nearly nobody is suspicious, which is quickly told; everybody else's arrays are empty from there on. Of those who are,
 * both rules take a few sorts and never look at pairs, so that an address which is scanned ten thousand times is one
 * like others.
 */
export const machineLevels: readonly Level[] = [
  { is_suspicious: `${mayBeSoon()} OR ${mayBeBurst()}` },
  Object.fromEntries(suspected.map((array) => [`s_${array}`, only('is_suspicious', array)])),

  // By message, deliveries before clicks, the earliest first: what begins a message is its first delivery, or a click.
  // Where a span of time begins or ends is counted in a sorted list of instants and ends, told apart by the last bit.
  {
    soon: `arraySort(arrayConcat(
      arrayMap((a, m) -> (m, toUInt8(0), a, toUInt32(0)), s_delivered_ats, s_delivered_messages),
      arrayMap((a, m, i) -> (m, toUInt8(1), a, i), s_ats, s_subjects, arrayEnumerate(s_ats))))`,
    link_urls: `arraySort((u, a) -> (a, u), s_linked_urls, s_linked_ats)`,
    begun: `arrayFilter((n, x) -> bitAnd(x, 1) = 0, arrayCumSum(x -> bitAnd(x, 1), ${begins}), ${begins})`,
    ended: `arrayFilter((n, x) -> bitAnd(x, 1) = 1, arrayCumSum(x -> 1 - bitAnd(x, 1), ${ends}), ${ends})`,
  },
  // Which links are the last of so many different ones within the time; then which have one of those soon after them.
  {
    soon_marks: aligned(`arrayFilter((pair, t) -> t = 1,
      arrayMap((a, since, i) -> (i, toUInt8(a >= since AND a - since < ${SOON_MS})), soon.3,
        arrayFill((since, first) -> first, arrayMap((t, a) -> if(t = 0, a, ${FAR}), soon.2, soon.3), ${firstOfRun('soon.1')}),
        soon.4), soon.2)`),
    many: `arrayMap(few -> toUInt8(length(few) >= ${MANY_LINKS}), arrayReduceInRanges('groupUniqArray(${MANY_LINKS})',
      arrayMap((n, i) -> (toInt64(n) + 1, toUInt64(i - n)), begun, arrayEnumerate(begun)), link_urls))`,
  },
  // A burst holds every link of its instant: an action is in one if the last of them at or before it is at its instant.
  {
    bursts: `arraySort(arrayConcat(
      arrayMap(a -> (a, toUInt8(0), toUInt32(0)), arrayFilter((a, b) -> b, arraySort(s_linked_ats), arrayReduceInRanges('max',
        arrayMap((n, i) -> (toInt64(i), toUInt64(n - i + 1)), ended, arrayEnumerate(ended)), many))),
      arrayMap((a, i) -> (a, toUInt8(1), i), s_ats, arrayEnumerate(s_ats))))`,
  },
  {
    marks: `arrayMap((f, s, b) -> toUInt8(${codeIn('f')} = ${CLICK} AND NOT ${isMachine('f')} AND (s OR (b AND ${hasLink('f')}))),
      s_flags, soon_marks, ${aligned(`arrayFilter((pair, t) -> t = 1,
        arrayMap((a, last, i) -> (i, toUInt8(a = last)), bursts.1,
          arrayFill((a, t) -> t = 0, arrayMap((a, t) -> if(t = 0, a, -${FAR}), bursts.1, bursts.2), bursts.2), bursts.3),
        bursts.2)`)})`,
  },
]

/** A click soon after a delivery has one right before it among both, in order. */
function mayBeSoon(): string {
  const clicked = `arrayFilter((a, f) -> ${codeIn('f')} = ${CLICK}, ats, flags)`
  const both = `arraySort(arrayConcat(
    arrayMap(a -> a * 2, ${only(`notEmpty(${clicked})`, 'delivered_ats')}), arrayMap(a -> a * 2 + 1, ${clicked})))`
  return `arrayExists((x, step) -> bitAnd(x, 1) = 1 AND bitAnd(step, 1) = 1 AND step < ${2 * SOON_MS},
    ${both}, arrayDifference(${both}))`
}

/** Of three clicks within a while the first and the third are within it. */
function mayBeBurst(): string {
  const linked = `arraySort(${only(`length(linked_ats) >= ${MANY_LINKS}`, 'linked_ats')})`
  return `arrayExists((a, later) -> later - a <= ${BURST_MS}, ${linked}, arrayShiftLeft(${linked}, ${MANY_LINKS - 1}, ${FAR}))`
}
