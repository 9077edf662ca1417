import type { StarChange } from '@/lib/scoring/contacts/what-if/star-change'
import type { StarSummary } from '@/lib/scoring/contacts/what-if/star-summary'
import type { StarsPreview } from './schema'
import type { MovedContact } from './sql/preview-stars'

/** A preview but for the names of those who move. */
export type Counted = Omit<StarsPreview, 'version' | 'movers'> & { up: MovedContact[]; down: MovedContact[] }

/** As an answer holds it. */
export const plain = ({ contacts, stars, bins }: StarSummary) => ({
  contacts,
  stars: [...stars],
  bins: [...bins],
})

export const plainChange = ({ matrix, ...change }: StarChange) => ({
  ...change,
  matrix: matrix.map((row) => [...row]),
})
