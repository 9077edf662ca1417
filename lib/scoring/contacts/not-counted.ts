import type { ActionName } from './grammar/action-names'

/** Why an action is in no score. */
export type NotCountedReason =
  | { type: 'machine'; because: string | null }
  | { type: 'never' }
  | { type: 'by-model' }
  | { type: 'subscribed-before' }
  | { type: 'later-one'; of: 'message' | 'list' | 'contact' }
  | { type: 'worse-bounce' }
  | { type: 'later-of-message'; action: ActionName }

/** An action that takes no position, and why. */
export type NotCounted = { id: string; action: ActionName; at: number; why: NotCountedReason }

const again: Partial<Record<ActionName, string>> = {
  read: 'Same message read again; the latest counts',
  click: 'Same message clicked again; the latest counts',
  forward: 'Same message forwarded again; the latest counts',
  reply: 'Same message answered again; the latest counts',
  complaint: 'Another complaint about the same message; the latest counts',
  bounce_hard: 'Same message bounced again; one bounce counts',
  bounce_soft: 'Same message bounced again; one bounce counts',
  unread: 'Same message left unread; it counts once',
  invite: 'Invited to the same list again; the latest counts',
  profile_update: 'Profile updated again; the latest counts',
  unsubscribe: 'Unsubscribed again; the latest counts',
}

/** The reason in a sentence: `Same message read again; the latest counts`. */
export function reasonInWords({ action, why }: Pick<NotCounted, 'action' | 'why'>): string {
  switch (why.type) {
    case 'machine':
      return `Machine: ${why.because ?? 'marked by its sender'}`
    case 'never':
      return 'A delivery is stored, never counted'
    case 'by-model':
      return 'Not counted by this model'
    case 'subscribed-before':
      return 'Subscribed before; the first subscription counts'
    case 'worse-bounce':
      return 'Same message bounced hard; the worse bounce counts'
    case 'later-of-message':
      return `A later action on the same message counts: ${why.action.replace('_', ' ')}`
    case 'later-one':
      return again[action] ?? 'A later one counts'
  }
}
