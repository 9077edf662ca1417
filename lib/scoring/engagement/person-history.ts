/** One stored event of a person. The order of a history is (at, id). */
export type Occurrence = {
  /** The event's message id: with the workspace its identity, so an occurrence given twice is one. */
  id: string
  /** The event's name, as sent. */
  event: string
  /** True of `track`, `page` and `screen`; contact actions, outcomes, identify, group and alias are never activity. */
  activity: boolean
  /** When it occurred, in milliseconds since 1970 UTC. */
  at: number
  /** The calendar day it occurred on in the workspace's zone, as a running number: only equality is asked of it. */
  day: number
  /** What was sent with it, as JSON reads. */
  properties?: Readonly<Record<string, unknown>>
}

/** Everything that scoring asks of one person. The order in which occurrences are given means nothing. */
export type PersonHistory = {
  id: string
  occurrences: readonly Occurrence[]
  /** The trait `createdAt`, in milliseconds since 1970 UTC. */
  createdAt?: number
  /** Addresses of the person's e-mail identities, and the trait `email`. */
  emails?: readonly string[]
  /** The newest value of each trait, as JSON reads; `consent` is one of them. */
  traits?: Readonly<Record<string, unknown>>
}
