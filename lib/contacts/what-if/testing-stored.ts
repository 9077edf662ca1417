import { sentActions } from '@/lib/scoring/contacts/grammar/action-names'
import type { SeenAction } from '@/lib/scoring/contacts/machine-rules'
import { orderedActions } from '@/lib/scoring/contacts/ordered-actions'
import type { StoredActions } from './sql/stored-actions'

export type SeenContact = { actions: readonly SeenAction[]; knownSince?: number }

/** Texts as the keys that the warehouse would answer. */
function keysOf(texts: readonly (string | undefined)[]): Float64Array {
  const known = [...new Set(texts)].filter(Boolean)
  return Float64Array.from(texts, (text) => (text ? known.indexOf(text) + 1 : 0))
}

/** Histories as the rows that the warehouse would answer; contacts are 1, 2, 3 … */
export function storedOfHistories(histories: readonly SeenContact[]): {
  stored: StoredActions
  known: { people: BigUint64Array; since: Float64Array }
} {
  const each = histories.flatMap(({ actions }, contact) => {
    const ordered = orderedActions(actions)
    const keys = ordered.map(({ id, action }) => (action === 'delivered' ? `${id}:unread` : id))
    const sorted = [...keys].sort()
    return ordered.map((one, index) => ({ ...one, contact, rank: sorted.indexOf(keys[index] ?? '') + 1 }))
  })
  const codes = Uint8Array.from(each, ({ action }) => sentActions.indexOf(action))
  const since = histories.map(({ actions, knownSince = Infinity }) =>
    Math.min(knownSince, ...actions.map(({ at }) => at)),
  )
  return {
    stored: {
      rows: each.length,
      people: BigUint64Array.from(each, ({ contact }) => BigInt(contact + 1)),
      at: Float64Array.from(each, ({ at }) => at),
      drafted: codes,
      live: codes,
      messages: keysOf(each.map(({ messageId }) => messageId)),
      lists: keysOf(each.map(({ listId }) => listId)),
      urls: keysOf(each.map(({ url }) => url)),
      machines: Uint8Array.from(each, ({ machine }) => Number(machine === true)),
      ranks: Float64Array.from(each, ({ rank }) => rank),
      own: new Uint8Array(each.length).fill(1),
    },
    known: {
      people: BigUint64Array.from(histories, (_, contact) => BigInt(contact + 1)),
      since: Float64Array.from(since),
    },
  }
}
