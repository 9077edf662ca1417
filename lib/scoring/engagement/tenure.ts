import { DAY_MS } from './frame'
import type { PersonHistory } from './person-history'

export type ActivitySpan = { first: number; last: number }

/** The instants of a person's first and last activity before `asOf`; null where there was none. */
export function activitySpan(
  { occurrences }: Pick<PersonHistory, 'occurrences'>,
  asOf: number,
): ActivitySpan | null {
  let first = Infinity
  let last = -Infinity
  for (const { activity, at } of occurrences) {
    if (!activity || at >= asOf) continue
    if (at < first) first = at
    if (at > last) last = at
  }
  return first === Infinity ? null : { first, last }
}

/**
 * **Tenure**: for how long somebody has been with the product, in days (elapsed, with fractions).
 *
 *     (asOf − min(first activity, createdAt)) / 86,400,000
 *
 * `createdAt` counts only where it is earlier than the first activity; one that is absent or no number is passed over.
 *
 * @param firstActivity, asOf, createdAt milliseconds since 1970 UTC, firstActivity < asOf
 *
 * Example: first activity 10 days before asOf, createdAt 12.5 days before: 12.5.
 */
export function tenureDays(firstActivity: number, createdAt: number | undefined, asOf: number): number {
  const start = createdAt !== undefined && createdAt < firstActivity ? createdAt : firstActivity
  return (asOf - start) / DAY_MS
}
