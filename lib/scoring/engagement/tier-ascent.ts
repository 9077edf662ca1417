type Place = { readonly key: string; readonly from: number }

/**
 * **Ascent** from a tier of one document to a tier of another: above 0 up, below 0 down, 0 not at all. By position where
 * both have the same keys, so that whoever stays in a tier whose cut moves is the same; else by where each tier begins
 * in its own document.
 *
 * @param before @param after tiers, lowest first
 *
 * Example: the same three tiers, the top one from 80 and then from 75: from index 1 to 2 is up, from 2 to 2 is not.
 */
export function tierAscent(
  before: readonly Place[],
  after: readonly Place[],
): (from: number, to: number) => number {
  const same = before.length === after.length && before.every(({ key }, index) => key === after[index]?.key)
  if (same) return (from, to) => Math.sign(to - from)
  return (from, to) => Math.sign((after[to]?.from ?? 0) - (before[from]?.from ?? 0))
}

/**
 * How many people go up, down, or neither.
 *
 * @param matrix tiers of `before` × tiers of `after`, people with a score under both; what stands behind the tiers, such
 *   as states, is left out
 */
export function tierMoves(
  before: readonly Place[],
  after: readonly Place[],
  matrix: readonly (readonly number[])[],
): { n: number; up: number; down: number; same: number } {
  const ascent = tierAscent(before, after)
  const moves = { n: 0, up: 0, down: 0, same: 0 }
  before.forEach((_, from) =>
    after.forEach((_, to) => {
      const people = matrix[from]?.[to] ?? 0
      const up = ascent(from, to)
      moves.n += people
      moves[up > 0 ? 'up' : up < 0 ? 'down' : 'same'] += people
    }),
  )
  return moves
}
