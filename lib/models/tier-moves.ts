type Tier = { readonly key: string; readonly from: number }

/**
 * How high each tier of two versions stands, so that they can be compared: with the same tiers by their place, else by
 * where they begin.
 */
export function tierHeights(before: readonly Tier[], after: readonly Tier[]) {
  const same = before.length === after.length && before.every(({ key }, place) => key === after[place]?.key)
  const heightsOf = (tiers: readonly Tier[]) => tiers.map(({ from }, place) => (same ? place : from))
  return { before: heightsOf(before), after: heightsOf(after) }
}

/**
 * How many people stand in a higher tier under the later version, in a lower one, and in one as high.
 * @param matrix tiers of `before` × tiers of `after`, people with a score under both
 */
export function tierMoves(
  before: readonly Tier[],
  after: readonly Tier[],
  matrix: readonly (readonly number[])[],
) {
  const height = tierHeights(before, after)
  const moves = { n: 0, up: 0, down: 0, same: 0 }
  height.before.forEach((was, row) =>
    height.after.forEach((is, column) => {
      const people = matrix[row]?.[column] ?? 0
      moves.n += people
      moves[is > was ? 'up' : is < was ? 'down' : 'same'] += people
    }),
  )
  return moves
}
