import type { SentAction } from './grammar/action-names'

/**
 * Names under which tools commonly send what happened to an e-mail as `track` events: what an editor offers for the
 * `events` of an action. A model takes none of them unless it lists them.
 */
export const eventPresets: Readonly<Partial<Record<SentAction, readonly string[]>>> = {
  subscribed: ['Subscribed', 'Email Subscribed'],
  delivered: ['Email Delivered'],
  read: ['Email Opened'],
  click: ['Email Link Clicked', 'Email Clicked'],
  forward: ['Email Forwarded'],
  reply: ['Email Replied'],
  profile_update: ['Profile Updated', 'Email Preferences Updated'],
  invite: ['Invite Sent', 'Invited'],
  bounce_hard: ['Email Bounced', 'Email Hard Bounced'],
  bounce_soft: ['Email Soft Bounced', 'Email Deferred'],
  complaint: ['Email Marked as Spam'],
  unsubscribe: ['Unsubscribed', 'Email Unsubscribed'],
}
