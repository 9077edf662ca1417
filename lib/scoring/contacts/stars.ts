import type { ContactDocument } from './document'

/** Two scores that differ by less are the same to a star. */
const TOLERANCE = 1e-9

export type Stars = 1 | 2 | 3 | 4 | 5

/**
 * **Stars** (`scoring.md` §3.4). With the cuts 2, 3, 5, 9:
 *
 *     s < 2 → 1★    2 ≤ s ≤ 3 → 2★    3 < s ≤ 5 → 3★    5 < s ≤ 9 → 4★    9 < s → 5★
 *
 * The first cut belongs to the star above it, the others to the star below. Within 1e-9 of a cut a score stands on it, so
 * that stars do not hang on the order of summation.
 *
 * Example: 2 is 2★, 3 is 2★, 3.000001 is 3★, 5 is 3★, 9 is 4★.
 */
export function starsOf(
  score: number,
  { stars: [first = 0, ...others] }: Pick<ContactDocument, 'stars'>,
): Stars {
  if (score < first - TOLERANCE) return 1
  return (2 + others.filter((cut) => score > cut + TOLERANCE).length) as Stars
}
