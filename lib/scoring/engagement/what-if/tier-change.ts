import type { Tier } from '../document'
import { tierMoves } from '../tier-ascent'
import type { LiveColumns } from './live-columns'
import type { TierChange } from './what-if'

/** People by live tier (rows) and tier of the draft (columns); those without one are in the last row or column. */
function crossed(before: Int8Array, after: Int8Array, rows: number, columns: number): readonly number[][] {
  const width = columns + 1
  const counts = new Int32Array((rows + 1) * width)
  for (let m = 0; m < after.length; m++) {
    const from = before[m] ?? -1
    const to = after[m] ?? -1
    const cell = (from < 0 ? rows : from) * width + (to < 0 ? columns : to)
    counts[cell] = (counts[cell] ?? 0) + 1
  }
  return Array.from({ length: rows + 1 }, (_, row) => [...counts.subarray(row * width, (row + 1) * width)])
}

/**
 * **Tier change**: who moves between the tiers of the live run and those of the draft. Whoever has a score in only one
 * of both enters or leaves, and moves neither up nor down.
 *
 * @param tiers the draft's, per member
 *
 * Example: live tiers 0, 1, 1, none and draft tiers 1, 1, 0, 2 of the same keys: n 3, up 1, same 1, down 1, entered 1.
 */
export function tierChange(
  live: LiveColumns,
  liveTiers: readonly Tier[],
  tiers: Int8Array,
  draftTiers: readonly Tier[],
): TierChange {
  const all = crossed(live.tiers, tiers, liveTiers.length, draftTiers.length)
  const matrix = all.slice(0, -1).map((row) => row.slice(0, -1))
  const change = tierMoves(liveTiers, draftTiers, matrix)
  const entered = all.at(-1)?.slice(0, -1) ?? []
  return {
    ...change,
    entered: entered.reduce((sum, people) => sum + people, 0),
    left: live.people - change.n,
    matrix,
  }
}
