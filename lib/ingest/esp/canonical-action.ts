import type { CanonicalEvent, JsonObject } from '@/lib/ingest/canonical-event'
import type { ContactAction } from '@/lib/ingest/files/mapping-schema'

/** Something that a contact did, or that happened to a message to it. */
export type CanonicalAction = {
  kind: 'action'
  name: ContactAction
  /** Trimmed and lower-cased. */
  email: string
  messageId?: string
  listId?: string
  campaignId?: string
  occurredAt: Date
  eventId: string
  machine: boolean
  machineReason?: string
  /** messageId, listId, campaignId, url, reason, userAgent, provider, machineReason: those that are known. */
  properties: JsonObject
}

/** The row that an action becomes. */
export const eventOfAction = (action: CanonicalAction): CanonicalEvent => ({
  eventId: action.eventId,
  kind: 'action',
  name: action.name,
  userId: null,
  anonymousId: null,
  email: action.email,
  previousId: null,
  accountId: null,
  occurredAt: action.occurredAt,
  properties: action.properties,
  machine: action.machine,
})
