/** The colours of tiers, of the dormant, and of people without a tier. */
export type Tone = 'risk' | 'tier-2' | 'regular' | 'tier-4' | 'power' | 'dormant' | 'none'

/**
 * The colours a tier may be given: the five that stay apart for every kind of colour blindness, in light and dark. A
 * document names them by these words.
 */
export const tierColours: readonly { name: string; label: string; tone: Tone }[] = [
  { name: 'vermilion', label: 'Vermilion', tone: 'risk' },
  { name: 'clay', label: 'Clay', tone: 'tier-2' },
  { name: 'blue-grey', label: 'Blue-grey', tone: 'regular' },
  { name: 'petrol', label: 'Petrol', tone: 'tier-4' },
  { name: 'teal', label: 'Teal', tone: 'power' },
]

const toneNamed = new Map(tierColours.map(({ name, tone }) => [name, tone]))

const byPlace: Record<number, readonly Tone[]> = {
  1: ['regular'],
  2: ['risk', 'power'],
  3: ['risk', 'regular', 'power'],
  4: ['risk', 'tier-2', 'tier-4', 'power'],
  5: ['risk', 'tier-2', 'regular', 'tier-4', 'power'],
}

/** The colour of a place among tiers: the first is at risk, the last is power, those between are interpolated. */
export function toneOfPlace(index: number, total: number): Tone {
  return byPlace[total]?.[index] ?? 'none'
}

/**
 * The colour of a tier: the one its document names, else that of its place from the bottom. A colour that is none of
 * the palette's is not shown, as nothing says how it would look in the dark.
 * @param tiers 1 to 5, lowest first
 * @param index 0 for the lowest; of none of them (-1) the colour of people without a tier
 */
export function tierTone(tiers: readonly { colour: string | null }[], index: number): Tone {
  const tier = tiers[index]
  if (!tier) return 'none'
  return toneNamed.get(tier.colour?.toLowerCase() ?? '') ?? toneOfPlace(index, tiers.length)
}
