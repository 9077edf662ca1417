/** The colours of tiers, of the dormant, and of people without a tier. */
export type Tone = 'risk' | 'tier-2' | 'regular' | 'tier-4' | 'power' | 'dormant' | 'none'

const tones: Record<number, readonly Tone[]> = {
  1: ['regular'],
  2: ['risk', 'power'],
  3: ['risk', 'regular', 'power'],
  4: ['risk', 'tier-2', 'tier-4', 'power'],
  5: ['risk', 'tier-2', 'regular', 'tier-4', 'power'],
}

/**
 * The colour of a tier by its place from the bottom: the first is at risk, the last is power, those between
 * are interpolated.
 * @param index place of the tier, 0 for the lowest
 * @param total number of tiers, 1 to 5
 */
export function tierTone(index: number, total: number): Tone {
  return tones[total]?.[index] ?? 'none'
}
