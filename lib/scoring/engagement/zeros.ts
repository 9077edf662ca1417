import type { ZerosRule } from './document'
import { isZero } from './rank-key'

/**
 * **Zeros rule**, first half: who is of the baseline, counted in L, E and N and asked for hi.
 *
 *     bottom, midrank   everybody
 *     active-only       those with a positive rank key
 */
export function isOfBaseline(rule: ZerosRule, key: number): boolean {
  return rule !== 'active-only' || !isZero(key)
}

/**
 * **Zeros rule**, second half: from the normalised score to the score. It comes last, after any blend.
 *
 *     bottom, active-only   0 where the key is at most 0, else the normalised score
 *     midrank               the normalised score
 *
 * So under `bottom` At-risk holds at least the share of zeros, and the median person gets 50 only if positive and
 * untied. Under `midrank` a population with 45 % zeros gives each of them 22.5, and nobody is at risk.
 *
 * @param normalised 0 to 100; null where the baseline holds nobody, which `active-only` makes of a population of
 *   zeros. Decided: 100 then, as somebody positive is above all of them.
 * @returns the score, 0 to 100
 *
 * Example: keys 0, 0, 1, 2, the key 1: bottom and midrank 100 · (2 + 0.5) / 4 = 62.5, active-only 100 · 0.5 / 2 = 25;
 * the key 0: bottom and active-only 0, midrank 25.
 */
export function underZerosRule(rule: ZerosRule, key: number, normalised: number | null): number {
  return rule !== 'midrank' && isZero(key) ? 0 : (normalised ?? 100)
}
