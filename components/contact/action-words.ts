import type { DecayShape } from '@/components/charts/decay-data'
import { formatNumber } from '@/lib/format/number'
import { smallNumbers } from '@/lib/format/small-numbers'
import type { ActionName, SentAction } from '@/lib/scoring/contacts/grammar/action-names'

type Words = {
  /** One of it: "hard bounce". */
  one: string
  many: string
  /** Under a narrow axis. */
  short: string
  /** On the button that tries it. */
  verb: string
}

/** The actions as the product says them. */
const words: Record<ActionName, Words> = {
  subscribed: { one: 'subscribed', many: 'subscribed', short: 'sub', verb: 'Subscribe' },
  delivered: { one: 'delivery', many: 'deliveries', short: 'delivery', verb: 'Deliver' },
  read: { one: 'read', many: 'reads', short: 'read', verb: 'Read' },
  click: { one: 'click', many: 'clicks', short: 'click', verb: 'Click' },
  forward: { one: 'forward', many: 'forwards', short: 'forward', verb: 'Forward' },
  reply: { one: 'reply', many: 'replies', short: 'reply', verb: 'Reply' },
  profile_update: { one: 'profile update', many: 'profile updates', short: 'update', verb: 'Update profile' },
  invite: { one: 'invitation', many: 'invitations', short: 'invite', verb: 'Invite' },
  bounce_hard: { one: 'hard bounce', many: 'hard bounces', short: 'bounce', verb: 'Hard bounce' },
  bounce_soft: { one: 'soft bounce', many: 'soft bounces', short: 'bounce', verb: 'Soft bounce' },
  complaint: { one: 'complaint', many: 'complaints', short: 'complaint', verb: 'Complain' },
  unsubscribe: { one: 'unsubscribe', many: 'unsubscribes', short: 'unsub', verb: 'Unsubscribe' },
  unread: { one: 'message left unread', many: 'messages left unread', short: 'unread', verb: 'Leave unread' },
}

export const actionName = (action: ActionName): string => words[action].one
export const shortName = (action: ActionName): string => words[action].short
export const actionVerb = (action: SentAction): string => words[action].verb

/** "6 reads", "1 subscribed". */
export const countOf = (count: number, action: ActionName): string =>
  `${formatNumber(count)} ${count === 1 ? words[action].one : words[action].many}`

/** A small count in words: "one read", "two reads", "12 reads". */
export const countInWords = (count: number, action: ActionName): string =>
  `${smallNumbers[count] ?? formatNumber(count)} ${count === 1 ? words[action].one : words[action].many}`

/** "a read", "an invitation"; what happened to the contact rather than by it: "a message left unread". */
export const oneOf = (action: ActionName): string => {
  const { one } = words[action]
  if (action === 'subscribed') return 'the subscription'
  return `${/^[aeio]|^un(?!i)/.test(one) ? 'an' : 'a'} ${one}`
}

const negatives: readonly ActionName[] = ['bounce_hard', 'bounce_soft', 'complaint', 'unsubscribe', 'unread']

export const isNegative = (action: ActionName): boolean => negatives.includes(action)

/** How an action is marked in a chart. */
export const shapeOf = (action: ActionName): DecayShape =>
  isNegative(action) ? 'triangle' : action === 'subscribed' ? 'square' : 'dot'

/** Several actions counted by kind in the order they first come: "1 subscribed, 6 reads, 1 hard bounce". */
export function countsOf(actions: readonly ActionName[]): string {
  const counts = new Map<ActionName, number>()
  for (const action of actions) counts.set(action, (counts.get(action) ?? 0) + 1)
  return [...counts].map(([action, count]) => countOf(count, action)).join(', ')
}
