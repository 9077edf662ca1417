/** A member whose score changes. */
export type Moved = { member: number; before: number; after: number }

/** The largest moves of those added so far; more of them are kept than asked for, so that sorting is rare. */
function compileLargest(limit: number) {
  let kept: (Moved & { move: number })[] = []
  let least = 0

  const cut = () => {
    kept = kept.sort((a, b) => b.move - a.move || a.member - b.member).slice(0, limit)
    if (kept.length === limit) least = kept.at(-1)?.move ?? 0
  }
  return {
    /** @returns what the next move has to be larger than */
    add(moved: Moved & { move: number }): number {
      kept.push(moved)
      if (kept.length >= 2 * limit + 16) cut()
      return least
    },
    all(): readonly Moved[] {
      cut()
      return kept.map(({ member, before, after }) => ({ member, before, after }))
    },
  }
}

/**
 * **Movers**: who has the largest change of score in one direction, with a score before and after; then by member.
 *
 * @param before, after scores per member; NaN: none
 *
 * Example: scores 10, 20, 30 and 40 before, 15, 20, 60 and 30 after, up: the third by 30, the first by 5.
 */
export function topMovers(
  before: Float64Array,
  after: Float64Array,
  direction: 'up' | 'down',
  limit: number,
): readonly Moved[] {
  if (!(limit > 0)) return []
  const sign = direction === 'up' ? 1 : -1
  const largest = compileLargest(limit)
  let least = 0
  for (let m = 0; m < after.length; m++) {
    const from = before[m] ?? NaN
    const to = after[m] ?? NaN
    const move = (to - from) * sign
    // Whoever has no score moves by NaN, which is not larger than anything.
    if (move > least) least = largest.add({ member: m, before: from, after: to, move })
  }
  return largest.all()
}
