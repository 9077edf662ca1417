import type { ContactDocument } from '../document'
import { type ActionName, sentActions } from '../grammar/action-names'

/** What stored and derived actions are numbered by. */
export const actionCodes = [...sentActions, 'unread'] as const satisfies readonly ActionName[]

/** The number of an action in columns. */
export const codeOf = (action: ActionName): number => actionCodes.indexOf(action)

/**
 * Every stored action of every contact, as columns: the actions of contact i are the rows from `offsets[i]` to
 * `offsets[i + 1]`, oldest first by (at, id). Nobody can be told from them.
 */
export type StarColumns = {
  /** Contacts. Those without a row are contacts of the live model alone. */
  size: number
  /** Milliseconds since 1970 UTC. A contact whose clock runs ahead is seen whole: until after its newest action. */
  asOf: number
  /** One more than contacts. */
  offsets: Uint32Array
  /** The earliest that each contact was heard of, in milliseconds since 1970 UTC; Infinity where only by its actions. */
  knownSince: Float64Array
  /** By row: index into `sentActions`. */
  actions: Uint8Array
  /** By row: milliseconds since 1970 UTC. */
  at: Float64Array
  /** By row: the message, of an invitation the list, numbered within the contact from 1; 0 where it names none. */
  groups: Uint32Array
  /** By row: 1 for what a machine did. */
  machines: Uint8Array
  /**
   * By row: its place among the ids of the contact; that of a delivery is the place of what is derived from it, whose id
   * is the delivery's followed by `:unread`. Asked of actions of one instant only.
   */
  ranks: Uint32Array
}

/** What the live version makes of the same contacts. */
export type LiveStars = {
  document: ContactDocument
  /** NaN: not a contact. */
  scores: Float64Array
  /** 0: not a contact. */
  stars: Uint8Array
}

/**
 * Canonical text of what decides which stored events are actions. Documents with the same one share columns; all else of
 * a document is evaluated on them.
 */
export function mappingKey({ actions }: Pick<ContactDocument, 'actions'>): string {
  const mapped = actions.flatMap((rule) =>
    'events' in rule ? rule.events.map((event): [string, string] => [event, rule.action]) : [],
  )
  return JSON.stringify(mapped.sort(([a], [b]) => (a < b ? -1 : 1)))
}
