/** One stored event of a person. Duplicates (the same message id) are removed before it gets here. */
export type Occurrence = {
  /** The event's name, as sent. */
  event: string
  /** True of `track`, `page` and `screen`; contact actions, outcomes, identify, group and alias are never activity. */
  activity: boolean
  /** When it occurred, in milliseconds since 1970 UTC. */
  at: number
  /** The calendar day it occurred on in the workspace's zone, as a running number: only equality is asked of it. */
  day: number
}

/** Everything that scoring asks of one person. The order of occurrences means nothing. */
export type PersonHistory = {
  id: string
  occurrences: readonly Occurrence[]
  /** The trait `createdAt`, in milliseconds since 1970 UTC. */
  createdAt?: number
  /** Addresses of the person's e-mail identities. */
  emails?: readonly string[]
  consentRefused?: boolean
}
