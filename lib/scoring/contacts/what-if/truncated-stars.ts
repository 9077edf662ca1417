import { worthOf } from '../action-rules'
import type { ContactDocument } from '../document'
import type { TruncationEffect } from '../truncation'
import { scoreColumns } from './score-columns'
import { type StarChange, starChange } from './star-change'
import type { StarColumns } from './star-columns'

/** What a truncation does to the contacts of columns. */
export type TruncatedStars = Omit<TruncationEffect, 'dropped'> & {
  change: StarChange
  /** Counted actions that the poorest contact keeps of those that lose some, the subscription aside; null: none does. */
  fewestKept: number | null
}

/**
 * **Effect of truncation** on everybody: `truncationEffect` for columns, of the same contacts with all rows and with
 * those that stay. Exactly: whose rows all stay keeps the last bit of the score.
 */
export function truncatedStars(
  full: StarColumns,
  rest: StarColumns,
  document: ContactDocument,
): TruncatedStars {
  const [before, after] = [scoreColumns(full, document), scoreColumns(rest, document)]
  const subscription = worthOf(document, 'subscribed') ? 1 : 0
  const effect = { contacts: 0, changed: 0, starsChanged: 0, largestRise: 0, largestDrop: 0 }
  let fewestKept: number | null = null
  for (let contact = 0; contact < full.size; contact++) {
    if (before.stars[contact] === 0) continue
    effect.contacts += 1
    const change = after.scores[contact]! - before.scores[contact]!
    if (change !== 0) effect.changed += 1
    if (before.stars[contact] !== after.stars[contact]) effect.starsChanged += 1
    effect.largestRise = Math.max(effect.largestRise, change)
    effect.largestDrop = Math.max(effect.largestDrop, -change)
    const had = before.counted.starts[contact + 1]! - before.counted.starts[contact]!
    const has = after.counted.starts[contact + 1]! - after.counted.starts[contact]!
    if (has < had) fewestKept = Math.min(fewestKept ?? Infinity, has - subscription)
  }
  return { ...effect, change: starChange(before.stars, after.stars), fewestKept }
}

/** Effects on different contacts as one. */
export function togetherTruncated(one: TruncatedStars, other: TruncatedStars): TruncatedStars {
  const kept = [one.fewestKept, other.fewestKept].filter((count) => count !== null)
  const change = {
    n: one.change.n + other.change.n,
    up: one.change.up + other.change.up,
    down: one.change.down + other.change.down,
    same: one.change.same + other.change.same,
    entered: one.change.entered + other.change.entered,
    left: one.change.left + other.change.left,
    matrix: one.change.matrix.map((row, from) =>
      row.map((count, to) => count + (other.change.matrix[from]?.[to] ?? 0)),
    ),
  }
  return {
    contacts: one.contacts + other.contacts,
    changed: one.changed + other.changed,
    starsChanged: one.starsChanged + other.starsChanged,
    largestRise: Math.max(one.largestRise, other.largestRise),
    largestDrop: Math.max(one.largestDrop, other.largestDrop),
    change,
    fewestKept: kept.length > 0 ? Math.min(...kept) : null,
  }
}
