import type { Tone } from '@/components/ui/tier-tone'

/** Fill of marks in the colour of a tier, in an svg. */
export const toneFill: Record<Tone, string> = {
  risk: 'fill-risk',
  'tier-2': 'fill-tier-2',
  regular: 'fill-regular',
  'tier-4': 'fill-tier-4',
  power: 'fill-power',
  dormant: 'fill-dormant',
  none: 'fill-line-strong',
}

/** Words in the colour of a tier, in an svg. */
export const toneText: Record<Tone, string> = {
  risk: 'fill-risk-ink',
  'tier-2': 'fill-tier-2-ink',
  regular: 'fill-regular-ink',
  'tier-4': 'fill-tier-4-ink',
  power: 'fill-power-ink',
  dormant: 'fill-dormant-ink',
  none: 'fill-ink-3',
}
