import type { ShareBand } from './share-drawing'

/** How much amber a star’s band has; the rest is the surface, so that more stars stand out more in both themes. */
const amber = [22, 40, 58, 78, 100] as const

/** One to five stars as bands of a whole, the lowest first. */
export const starBands: readonly ShareBand[] = amber.map((percent, index) => ({
  key: String(index + 1),
  name: `${index + 1}★`,
  fill: `color-mix(in srgb, var(--star) ${percent}%, var(--surface))`,
  text: 'fill-star-ink',
}))
