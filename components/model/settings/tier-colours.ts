import { type Tone, tierTone } from '@/components/ui/tier-tone'

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

/**
 * The colour of a tier: the one its document names, else that of its place from the bottom. A colour that is none of
 * the palette's is not shown, as nothing says how it would look in the dark.
 * @param index place of the tier, 0 for the lowest
 */
export function toneOfTier(colour: string | null, index: number, total: number): Tone {
  return toneNamed.get(colour?.toLowerCase() ?? '') ?? tierTone(index, total)
}

/** The word of the colour that a tier has by its place. */
export function colourByPlace(index: number, total: number): string {
  const tone = tierTone(index, total)
  return tierColours.find((colour) => colour.tone === tone)?.name ?? 'none'
}
