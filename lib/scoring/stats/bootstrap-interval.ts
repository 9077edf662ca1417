import type { Interval } from './interval'
import { randomNumbers } from './random-numbers'

/**
 * **Bootstrap interval** by percentiles (Efron 1979): the statistic of samples as large as the data, drawn from it with
 * replacement.
 *
 *     from the ((R + 1) · α/2)-th to the ((R + 1) · (1 − α/2))-th smallest of the R resampled statistics
 *
 * Resamples in which the statistic does not exist (all tied, say) are left out of R.
 *
 * @param n things that are drawn from
 * @param statistic of the things drawn, by index; null where it does not exist
 * @param seed the same seed gives the same interval
 * @param level of confidence, in (0, 1)
 * @returns null where the statistic exists in fewer than half of the resamples
 *
 * Example: 999 resamples at level 0.95: from the 25th to the 975th.
 */
export function bootstrapInterval({
  n,
  statistic,
  seed,
  resamples = 999,
  level = 0.95,
}: {
  n: number
  statistic: (indices: readonly number[]) => number | null
  seed: number
  resamples?: number
  level?: number
}): Interval | null {
  if (n === 0) return null
  const next = randomNumbers(seed)
  const found: number[] = []
  for (let r = 0; r < resamples; r++) {
    const value = statistic(Array.from({ length: n }, () => Math.floor(next() * n)))
    if (value !== null) found.push(value)
  }
  if (found.length === 0 || found.length * 2 < resamples) return null
  found.sort((a, b) => a - b)
  // Rounded first, as (R + 1) · 0.025 is not quite a whole number where it should be.
  const rank = (share: number) => Math.round((found.length + 1) * share * 1e6) / 1e6
  const low = Math.max(1, Math.floor(rank((1 - level) / 2)))
  const high = Math.min(found.length, Math.ceil(rank((1 + level) / 2)))
  return { low: found[low - 1] ?? 0, high: found[high - 1] ?? 0 }
}
