import type { EngagementDocument, ZerosRule } from '../document'
import type { Compared } from './compared'
import { tierCounts, zeroCount } from './placed-counts'
import type { ZeroRuleEffect } from './what-if'

/** In the order they are shown. */
export const zerosRules: readonly ZerosRule[] = ['bottom', 'midrank', 'active-only']

/**
 * **What each zeros rule does** to the tiers of a document, all else as written.
 *
 * @param under everybody compared under a rule
 *
 * Example: 2 zeros and 2 others, tiers from 0, 20 and 80, percentile: `bottom` 2 at the bottom, `midrank` none (25
 * each).
 */
export function zeroRuleEffects(
  under: (rule: ZerosRule) => Compared,
  document: Pick<EngagementDocument, 'tiers'>,
): readonly ZeroRuleEffect[] {
  return zerosRules.map((rule) => {
    const placed = under(rule)
    return { rule, zeros: zeroCount(placed), tiers: tierCounts(placed, document) }
  })
}
