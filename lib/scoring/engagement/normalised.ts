import type { Baseline } from './baseline'
import type { EngagementDocument } from './document'
import { logMinMax, minMax } from './min-max'
import { midRankPercentile } from './percentile'

/**
 * **Normalised score** of a rank key in one baseline, before the zeros rule: P.
 *
 *     percentile    see `midRankPercentile`, of L, E and N
 *     min-max       see `minMax`, of r = key / 1e9 and the baseline's hi
 *     log-min-max   see `logMinMax`, likewise
 *
 * @returns 0 to 100, higher is better; null where there is nobody to compare with (N = 0)
 *
 * Example: keys of 0, 1, 2 and 4 points, level 1, the key of 1: percentile 100 · 1.5 / 4 = 37.5, min-max 25,
 * log-min-max 100 · log 2 / log 5 = 43.07.
 */
export function normalised(
  method: EngagementDocument['normalisation']['method'],
  baseline: Baseline,
  key: number,
): number | null {
  if (baseline.size === 0 || baseline.highest === null) return null
  switch (method) {
    case 'percentile': {
      const { below, equal } = baseline.place(key)
      return midRankPercentile(below, equal, baseline.size)
    }
    case 'min-max':
      return minMax(key / 1e9, baseline.highest)
    case 'log-min-max':
      return logMinMax(key / 1e9, baseline.highest)
  }
}
