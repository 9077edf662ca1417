import { sentActions } from '@/lib/scoring/contacts/grammar/action-names'
import { NO_ACTION } from '../what-if/sql/action-codes'
import type { StoredActions } from '../what-if/sql/stored-actions'

const SUBSCRIBED = sentActions.indexOf('subscribed')

type Given = {
  stored: StoredActions
  /** Of `stored`, under a document. */
  codes: Uint8Array
  /** By row. */
  knownSince: (row: number) => number
}

/** The rows as they are once old actions are gone. */
export type CutRows = { stored: StoredActions; codes: Uint8Array; dropped: number }

/**
 * What stays of rows without the actions before an instant: later ones, the first subscription, and track events, which
 * are activity and never go. Of whom nothing else would stay a subscription is written where it was implied.
 *
 * @param before milliseconds since 1970 UTC; an action at it stays
 */
export function cutRows({ stored, codes, knownSince }: Given, before: number): CutRows {
  const rest = codes.slice()
  const at = stored.at.slice()
  let dropped = 0
  for (let from = 0; from < stored.rows;) {
    let to = from
    let subscription = -1
    while (to < stored.rows && stored.people[to] === stored.people[from]) {
      if (subscription < 0 && stored.own[to] === 1 && codes[to] === SUBSCRIBED) subscription = to
      to += 1
    }
    let stays = false
    for (let row = from; row < to; row++) {
      if (stored.own[row] === 1 && stored.at[row]! < before && row !== subscription) {
        rest[row] = NO_ACTION
        dropped += 1
      } else if (codes[row] !== NO_ACTION) stays = true
    }
    if (!stays && codes[from] !== NO_ACTION) {
      rest[from] = SUBSCRIBED
      at[from] = Math.min(stored.at[from]!, knownSince(from))
    }
    from = to
  }
  return { stored: { ...stored, at }, codes: rest, dropped }
}
