/** What adds to a score, with the points of `scoring.md` §3.1. */
export const usualPoints = {
  subscribed: 2,
  read: 2,
  click: 4,
  forward: 10,
  reply: 8,
  profile_update: 3,
  invite: 3,
} as const

/** What divides a score, with the severity of `scoring.md` §3.1. */
export const usualSeverities = { bounce_hard: 1, bounce_soft: 0.25, complaint: 1 } as const

export type PositiveAction = keyof typeof usualPoints
export type NegativeAction = keyof typeof usualSeverities | 'unsubscribe' | 'unread'

/** The thirteen actions. `delivered` is stored and never counted. */
export type ActionName = PositiveAction | NegativeAction | 'delivered'

/** What can be sent. `unread` is what follows from a delivery. */
export const sentActions = [
  'subscribed',
  'delivered',
  'read',
  'click',
  'forward',
  'reply',
  'profile_update',
  'invite',
  'bounce_hard',
  'bounce_soft',
  'complaint',
  'unsubscribe',
] as const satisfies readonly Exclude<ActionName, 'unread'>[]
export type SentAction = (typeof sentActions)[number]

/** A message that somebody is told unread after, where a document names no days. */
export const UNREAD_AFTER_DAYS = 7

/** The subscription leaves this much to whoever only ignores mail, where a document names no floor but needs one. */
export const USUAL_FLOOR = 2
