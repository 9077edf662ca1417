import type { SentAction } from './grammar/action-names'

/** One stored action of a contact. The order of a history is (at, id). */
export type ContactAction = {
  /** The event's id: with the workspace its identity, so an action given twice is one. */
  id: string
  action: SentAction
  /** When it occurred, in milliseconds since 1970 UTC. */
  at: number
  /** Without one the action is a message of its own. */
  messageId?: string
  /** Of an invitation: without one it is a list of its own. */
  listId?: string
  campaignId?: string
  /** A read or click that no human made, and why it is held to be one. */
  machine?: boolean
  machineReason?: string
}

/** Everything that scoring asks of one contact. The order in which actions are given means nothing. */
export type ContactHistory = {
  actions: readonly ContactAction[]
  /**
   * The earliest that the contact was heard of otherwise (another event, an imported list), in milliseconds since 1970
   * UTC: a subscription that nobody sent is put there, or before the first action where that is earlier.
   */
  knownSince?: number
}
