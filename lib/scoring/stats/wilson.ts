import type { Interval } from './interval'
import { normalQuantile } from './normal-quantile'

/**
 * **Wilson interval** of a share (1927; method 3 of Newcombe 1998), without correction for continuity.
 *
 *     (2np + z² ± z√(z² + 4npq)) / (2(n + z²))       p = k/n, q = 1 − p
 *
 * @param k of n; level of confidence in (0, 1)
 * @returns shares, 0 to 1; null of nothing (n = 0)
 *
 * Example: 81 of 263: 0.2553 to 0.3662; 0 of 20: 0 to 0.1611.
 */
export function wilsonInterval(k: number, n: number, level = 0.95): Interval | null {
  if (n === 0) return null
  const z = normalQuantile((1 + level) / 2)
  const p = k / n
  const half = z * Math.sqrt(z * z + 4 * k * (1 - p))
  const middle = 2 * k + z * z
  const whole = 2 * (n + z * z)
  return { low: k === 0 ? 0 : (middle - half) / whole, high: k === n ? 1 : (middle + half) / whole }
}
