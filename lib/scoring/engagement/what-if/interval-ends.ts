import { partitionPoint } from './sorted-keys'

/**
 * **Ends of intervals** among sorted keys: how many keys are in interval 0, in 0 or 1, and so on. A few thousand keys
 * are looked at, however many there are, and each is asked by the very function that places a single person.
 *
 * @param intervalOf the interval of a key, from 0 to `count` − 1; never less for a larger key
 * @returns `count` numbers that never fall, the last being all keys
 *
 * Example: keys 1, 2, 3, 9, interval 1 from 3 on: 2, 4.
 */
export function intervalEnds(
  keys: Float64Array,
  count: number,
  intervalOf: (key: number) => number,
): readonly number[] {
  const ends: number[] = []
  let end = 0
  for (let interval = 0; interval < count; interval++) {
    if (end < keys.length) end = partitionPoint(keys, end, (key) => intervalOf(key) <= interval)
    ends.push(end)
  }
  return ends
}

/** How many are in each interval. */
export function countsBetween(ends: readonly number[]): number[] {
  return ends.map((end, interval) => end - (ends[interval - 1] ?? 0))
}
