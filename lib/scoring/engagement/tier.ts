import type { Tier } from './document'

/**
 * **Tier**: the interval of the score; half-open, the last one closed at 100.
 *
 * @param score 0 to 100
 * @param tiers ascending, the first from 0
 * @returns the tier's key
 *
 * Example: At-risk from 0, Regular from 20, Power from 80: 19.999 is At-risk, exactly 20 Regular, 80 and 100 Power.
 */
export function tierAt(score: number, tiers: readonly Tier[]): string | null {
  return tiers.findLast(({ from }) => from <= score)?.key ?? null
}
