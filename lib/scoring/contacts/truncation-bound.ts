import type { ContactDocument } from './document'

/** The tail of a series: `Σ_{k > N} k^(−g) ≤ N^(1−g)/(g−1)`; null for g ≤ 1, where it has no end. */
function tailBound(gravity: number, kept: number): number | null {
  return gravity > 1 && kept > 0 ? kept ** (1 - gravity) / (gravity - 1) : null
}

/**
 * **Bound of positives** past rank N under the position clock (`scoring.md` §3.6): what they add at most, under either
 * order.
 *
 *     P · N^(1−g) / (g − 1)
 *
 * @param points P, the most that any of them has
 * @param kept N
 * @returns null for g ≤ 1, where no rank bounds them
 *
 * Example: P 10, g 2, N 100: 0.1.
 */
export function positivesBound(points: number, gravity: number, kept: number): number | null {
  const tail = tailBound(gravity, kept)
  return tail === null ? null : points * tail
}

/**
 * **Bound of negatives** past rank N under the position clock and the order `final`: by how much their divisors, once
 * dropped, can multiply a score at most.
 *
 *     exp(s · N^(1−g) / (g − 1))
 *
 * Under `running` they divide only what is older, which is dropped with them.
 *
 * @param severity s, the largest of any of them
 * @param kept N
 * @returns null for g ≤ 1, unless the severity is 0 and nothing is divided
 *
 * Example: s 1, g 2, N 100: 1.010050.
 */
export function negativesFactor(severity: number, gravity: number, kept: number): number | null {
  if (severity === 0) return 1
  const tail = tailBound(gravity, kept)
  return tail === null ? null : Math.exp(severity * tail)
}

/** A score lies between `score − lowersAtMost` and `score · factor + raisesAtMost` once only the newest N count. */
export type TruncationBound = { lowersAtMost: number; raisesAtMost: number; factor: number }

/**
 * **Bound of truncation**: what keeping the newest N counted actions, and the subscription, can do to any score from now
 * on. The subscription moves up to rank N + 1, so it may raise a score as well, by no more than the bound of positives;
 * a floor rises by the factor of the negatives that lowered it.
 *
 * It is told of ranks among what counts. Dropping by date may also make a soft bounce count whose hard one is gone: the
 * exact effect (`truncation`) shows that.
 *
 * @returns null where there is none: time clock, or g ≤ 1
 *
 * Example, the usual points, g 2, N 100, running, no floor: at most 0.1 either way, factor 1.
 */
export function truncationBound(
  { actions, clock, gravity, order, floor }: ContactDocument,
  kept: number,
): TruncationBound | null {
  const most = (of: 'points' | 'severity') =>
    Math.max(0, ...actions.filter(({ counted }) => counted).map((rule) => (rule as Partial<Record<typeof of, number | null>>)[of] ?? 0)) // prettier-ignore
  const points = positivesBound(most('points'), gravity, kept)
  const negatives = negativesFactor(most('severity'), gravity, kept)
  if (clock.type === 'time' || points === null || negatives === null) return null
  const isPlain = order === 'running' && floor === null
  return { lowersAtMost: points, raisesAtMost: points, factor: isPlain ? 1 : negatives }
}
