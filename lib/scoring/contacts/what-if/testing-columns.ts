import type { ContactHistory } from '../contact-history'
import { orderedActions } from '../ordered-actions'
import { codeOf, type StarColumns } from './star-columns'

/** Histories as columns, of whom nothing later than `asOf` is given. */
export function columnsOfHistories(histories: readonly ContactHistory[], asOf: number): StarColumns {
  const ordered = histories.map(({ actions }) => orderedActions(actions))
  const offsets = Uint32Array.from({ length: histories.length + 1 }, () => 0)
  ordered.forEach((actions, index) => (offsets[index + 1] = offsets[index]! + actions.length))
  const rows = ordered.flat()
  const groups = ordered.flatMap((actions) => {
    const numbers = new Map<string, number>()
    return actions.map(({ action, messageId, listId }) => {
      const id = action === 'invite' ? listId && `list ${listId}` : messageId
      if (!id) return 0
      if (!numbers.has(id)) numbers.set(id, numbers.size + 1)
      return numbers.get(id) ?? 0
    })
  })
  const ranks = ordered.flatMap((actions) => {
    const keys = actions.map(({ id, action }) => (action === 'delivered' ? `${id}:unread` : id))
    const sorted = [...keys].sort()
    return keys.map((key) => sorted.indexOf(key))
  })
  return {
    size: histories.length,
    asOf,
    offsets,
    knownSince: Float64Array.from(histories, ({ knownSince }) => knownSince ?? Infinity),
    actions: Uint8Array.from(rows, ({ action }) => codeOf(action)),
    at: Float64Array.from(rows, ({ at }) => at),
    groups: Uint32Array.from(groups),
    machines: Uint8Array.from(rows, ({ machine }) => Number(machine === true)),
    ranks: Uint32Array.from(ranks),
  }
}
