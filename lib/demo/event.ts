import type { CanonicalEvent, EventKind, JsonObject } from '@/lib/ingest/canonical-event'

type Said = Partial<
  Pick<CanonicalEvent, 'userId' | 'anonymousId' | 'email' | 'previousId' | 'accountId' | 'machine'>
>

/** A canonical event of the demo. */
export function demoEvent(
  eventId: string,
  kind: EventKind,
  name: string,
  at: number,
  properties: JsonObject,
  said: Said,
): CanonicalEvent {
  return {
    eventId,
    kind,
    name,
    userId: said.userId ?? null,
    anonymousId: said.anonymousId ?? null,
    email: said.email ?? null,
    previousId: said.previousId ?? null,
    accountId: said.accountId ?? null,
    occurredAt: new Date(at),
    properties,
    machine: said.machine ?? false,
  }
}
