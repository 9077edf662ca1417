import type { Tier } from '../document'

/** The index of the tier that `tierAt` gives the key of. */
export function tierIndexAt(score: number, tiers: readonly Tier[]): number {
  let tier = tiers.length - 1
  while (tier > 0 && score < (tiers[tier]?.from ?? 0)) tier -= 1
  return tier
}
