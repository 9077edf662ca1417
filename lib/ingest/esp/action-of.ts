import { cleanEmail } from '@/lib/ingest/clean-id'
import type { ContactAction } from '@/lib/ingest/files/mapping-schema'
import { agentReason } from '@/lib/scoring/contacts/machine-rules'
import { actionEventId } from './action-event-id'
import { type IgnoredReason, meaningOf, type ProviderEvent } from './adapter'
import type { CanonicalAction } from './canonical-action'
import { adapterOf, type Provider } from './providers'

const DAY = 86_400_000

/** What an event comes to: an action, nothing for a reason, or a type that nobody knows here. */
export type Understood =
  | { kind: 'action'; action: CanonicalAction }
  | { kind: 'ignored'; reason: IgnoredReason }
  | { kind: 'unknown' }

/** Only these can be done by a machine in a contact's place. */
const doneByReaders: readonly ContactAction[] = ['read', 'click']

/**
 * Makes the action of a provider's event. One without a time gets `now`, which is no part of its id, so that it stays
 * one event however often it is delivered; more than a day ahead is refused, as at every door, and so is a time before 1970.
 */
export function actionOf(provider: Provider, sourceId: string, event: ProviderEvent, now: Date): Understood {
  const meaning = meaningOf(adapterOf(provider).meanings, event.type)
  if (meaning === 'unknown') return { kind: 'unknown' }
  if (typeof meaning === 'object') return { kind: 'ignored', reason: meaning.ignored }
  const email = cleanEmail(event.recipient)
  if (email === null) return { kind: 'ignored', reason: event.recipient ? 'bad_recipient' : 'no_recipient' }
  if (event.unclearRecipient) return { kind: 'ignored', reason: 'unclear_recipient' }
  const occurredAt = event.occurredAt ?? now.getTime()
  if (occurredAt < 0 || occurredAt > now.getTime() + DAY) return { kind: 'ignored', reason: 'bad_time' }

  const ids = known({ messageId: event.messageId, listId: event.listId, campaignId: event.campaignId })
  const machineReason = doneByReaders.includes(meaning)
    ? (event.machineFlag ?? agentReason(meaning, event.userAgent) ?? undefined)
    : undefined
  const { url, reason, userAgent } = event
  const action: CanonicalAction = {
    kind: 'action',
    name: meaning,
    email,
    ...ids,
    occurredAt: new Date(occurredAt),
    eventId: actionEventId(provider, sourceId, event),
    machine: machineReason !== undefined,
    ...(machineReason !== undefined && { machineReason }),
    properties: { ...ids, ...known({ url, reason, userAgent, machineReason }), provider },
  }
  return { kind: 'action', action }
}

function known<K extends string>(values: Record<K, string | null | undefined>): Partial<Record<K, string>> {
  const filled = Object.entries(values).filter(([, value]) => typeof value === 'string' && value !== '')
  return Object.fromEntries(filled) as Partial<Record<K, string>>
}
