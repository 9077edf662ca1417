import type { Behavior } from './document'
import type { Occurrence } from './person-history'

/**
 * **Measure**: the number `n ≥ 0` of one behavior of one person.
 *
 *     count   occurrences
 *     days    distinct calendar days of the workspace's zone with an occurrence
 *     once    1 if there is one, else 0
 *
 * over the occurrences in the half-open window `[from, asOf)` that match: one at `from` counts, one at `asOf` does not.
 *
 * @param from, asOf milliseconds since 1970 UTC
 * @returns n, without unit (days for `days`); 0 where nothing matches
 *
 * Example: three matching events, two of them on one day: count 3, days 2, once 1.
 */
export function measure(
  type: Behavior['measure']['type'],
  matches: (occurrence: Occurrence) => boolean,
  occurrences: readonly Occurrence[],
  from: number,
  asOf: number,
): number {
  const counted = occurrences.filter((one) => from <= one.at && one.at < asOf && matches(one))
  switch (type) {
    case 'count':
      return counted.length
    case 'days':
      return new Set(counted.map(({ day }) => day)).size
    case 'once':
      return counted.length > 0 ? 1 : 0
  }
}
