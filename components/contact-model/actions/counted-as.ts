import type { WrittenContactDocument } from '@/lib/scoring/contacts/grammar/contact'
import type { ActionName } from '@/lib/scoring/contacts/grammar/action-names'

const ways: Record<ActionName, string> = {
  subscribed: 'the first, else one implied before anything else',
  delivered: 'never counted; unread and rates are measured by it',
  read: 'the latest of each message',
  click: 'the latest of each message',
  forward: 'the latest of each message',
  reply: 'the latest of each message',
  profile_update: 'the latest alone',
  invite: 'the latest of each list',
  bounce_hard: 'one bounce of each message, the worse',
  bounce_soft: 'one bounce of each message, the worse',
  complaint: 'the latest of each message',
  unsubscribe: 'the latest alone',
  unread: 'delivered, and not read in time',
}

const aboutMessages: readonly ActionName[] = ['read', 'click', 'forward', 'reply', 'bounce_hard', 'bounce_soft', 'complaint'] // prettier-ignore

/** Of several alike, which one counts, in a few words. */
export function countedAs(action: ActionName, dedupe: WrittenContactDocument['dedupe']): string {
  return dedupe === 'message' && aboutMessages.includes(action)
    ? 'of each message the latest action alone'
    : ways[action]
}
