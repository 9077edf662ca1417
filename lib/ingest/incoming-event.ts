import type { CanonicalEvent } from './canonical-event'

/** Where events come from: the id of a write key, an import or a webhook's source. */
export type EventSource = { id: string; kind: 'http' | 'import' | 'webhook' }

/** An event on its way into the warehouse. */
export type IncomingEvent = { event: CanonicalEvent; source: EventSource; receivedAt: Date }

export type Verdict = 'accepted' | 'duplicate'
