import type { ContactAction } from './contact-history'

type Placed = Pick<ContactAction, 'id' | 'at'>

/** Earlier first; of one instant, by id. */
export function inOrder(a: Placed, b: Placed): number {
  return a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
}

/**
 * **Order**: the set of a contact's actions, oldest first by (at, id), each id once.
 *
 * So a score is a function of the set of events: neither the order they are given in nor one given twice changes a bit
 * of it. Of two instants under one id, which ingest never writes, the earlier stands.
 *
 * Example: b at 5, a at 5, c at 3, a at 5 again: c, a, b.
 */
export function orderedActions<Action extends Placed>(actions: readonly Action[]): readonly Action[] {
  const seen = new Set<string>()
  return [...actions].sort(inOrder).filter(({ id }) => !seen.has(id) && seen.add(id))
}
