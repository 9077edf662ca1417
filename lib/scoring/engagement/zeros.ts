import { type Baseline, buildBaseline, type Place, placeIn } from './baseline'
import type { ZerosRule } from './document'
import { midRankPercentile } from './percentile'
import { isZero } from './rank-key'

/**
 * **Zeros rule**, first half: who is counted in L, E and N.
 *
 *     bottom, midrank   everybody
 *     active-only       those with a positive rank key
 */
export function baselineUnder(rule: ZerosRule, rankKeys: readonly number[]): Baseline {
  return buildBaseline(rule === 'active-only' ? rankKeys.filter((key) => !isZero(key)) : rankKeys)
}

/**
 * **Zeros rule**, second half: the score of a rank key.
 *
 *     bottom, active-only   0 where the key is at most 0, else the percentile
 *     midrank               the percentile
 *
 * So under `bottom` At-risk holds at least the share of zeros, and the median person gets 50 only if positive and
 * untied. Under `midrank` a population with 45 % zeros gives each of them 22.5, and nobody is at risk.
 *
 * @returns the score, 0 to 100, with the L and E it comes from (those of a zero are told although its score is 0);
 *   null where there is nobody to compare with and the rule does not say 0
 *
 * Example: keys 0, 0, 1, 2, the key 1: bottom and midrank 100 · (2 + 0.5) / 4 = 62.5, active-only 100 · 0.5 / 2 = 25;
 * the key 0: bottom and active-only 0, midrank 25.
 */
export function scoreUnder(
  rule: ZerosRule,
  baseline: Baseline,
  key: number,
): Place & { score: number | null } {
  const place = placeIn(baseline, key)
  if (rule !== 'midrank' && isZero(key)) return { ...place, score: 0 }
  return { ...place, score: midRankPercentile(place.below, place.equal, baseline.size) }
}
