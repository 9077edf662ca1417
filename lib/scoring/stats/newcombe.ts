import type { Interval } from './interval'
import { wilsonInterval } from './wilson'

/** A difference of two shares, −1 to 1, and its interval. */
export type Difference = Interval & { difference: number }

/**
 * **Newcombe's interval** of the difference between two independent shares (method 10 of Newcombe 1998), of the Wilson
 * intervals l to u of each.
 *
 *     θ = p₁ − p₂,   from θ − √((p₁ − l₁)² + (u₂ − p₂)²)   to θ + √((u₁ − p₁)² + (p₂ − l₂)²)
 *
 * @param k1 of n1, k2 of n2; level of confidence in (0, 1)
 * @returns null where one of both is of nothing
 *
 * Example: 56 of 70 against 48 of 80: 0.2, from 0.0524 to 0.3339.
 */
export function newcombeDifference(
  k1: number,
  n1: number,
  k2: number,
  n2: number,
  level = 0.95,
): Difference | null {
  const [first, second] = [wilsonInterval(k1, n1, level), wilsonInterval(k2, n2, level)]
  if (!first || !second) return null
  const [p1, p2] = [k1 / n1, k2 / n2]
  const difference = p1 - p2
  return {
    difference,
    low: difference - Math.hypot(p1 - first.low, second.high - p2),
    high: difference + Math.hypot(first.high - p1, p2 - second.low),
  }
}
