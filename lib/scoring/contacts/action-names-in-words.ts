import type { ActionName } from './grammar/action-names'

/** What each action is called in a sentence: `hard bounce`. */
export const actionInWords: Readonly<Record<ActionName, string>> = {
  subscribed: 'subscription',
  delivered: 'delivery',
  read: 'read',
  click: 'click',
  forward: 'forward',
  reply: 'reply',
  profile_update: 'profile update',
  invite: 'invitation',
  bounce_hard: 'hard bounce',
  bounce_soft: 'soft bounce',
  complaint: 'complaint',
  unsubscribe: 'unsubscription',
  unread: 'unread message',
}

/** The same where a line begins with it: `Hard bounce`. */
export const actionAtStart = (action: ActionName): string =>
  actionInWords[action].charAt(0).toUpperCase() + actionInWords[action].slice(1)
