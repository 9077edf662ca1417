import { type IncomingEvent } from './incoming-event'
import type { PersonId } from './identity'
import { wellFormedJson } from './well-formed-json'

/** A row of the table `events`; `received_at` is that of the item, written as the table takes it. */
export function eventRow(
  workspaceId: string,
  { event, source }: IncomingEvent,
  personId: PersonId,
  received_at: string,
) {
  return {
    workspace_id: workspaceId,
    person_id: personId,
    occurred_at: event.occurredAt.toISOString(),
    event_id: event.eventId.toWellFormed(),
    kind: event.kind,
    name: event.name.toWellFormed(),
    user_id: event.userId?.toWellFormed() ?? '',
    anonymous_id: event.anonymousId?.toWellFormed() ?? '',
    email: event.email?.toWellFormed() ?? '',
    account_id: event.accountId?.toWellFormed() ?? '',
    properties: wellFormedJson(event.properties),
    machine: event.machine,
    source_id: source.id,
    source_kind: source.kind,
    received_at,
  }
}
