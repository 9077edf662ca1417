import { agentReason } from '@/lib/scoring/contacts/machine-rules'
import { sentActions } from '@/lib/scoring/contacts/grammar/action-names'
import { actionIds } from './action-ids'
import type { CanonicalEvent, JsonObject } from './canonical-event'
import { type IncomingEvent } from './incoming-event'
import type { PersonId } from './identity'
import { wellFormedJson } from './well-formed-json'

/** No message, list or link. */
const NONE = '0'

/**
 * A row of the table `events`; `received_at` is that of the item, written as the table takes it. Whatever door an action
 * came by, a machine is told by its user agent here.
 *
 * @param hash xxHash64 of a text, decimal
 */
export function eventRow(
  workspaceId: string,
  { event, source }: IncomingEvent,
  personId: PersonId,
  received_at: string,
  hash: (text: string) => string,
) {
  const { machine, properties } = toldByAgent(event)
  const ids = event.kind === 'action' || event.kind === 'track' ? actionIds(properties) : {}
  const keyOf = (id: string | undefined) => (id === undefined ? NONE : hash(id))
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
    properties: wellFormedJson(properties),
    machine,
    message_key: keyOf(ids.messageId),
    list_key: keyOf(ids.listId),
    url_key: keyOf(ids.url),
    source_id: source.id,
    source_kind: source.kind,
    received_at,
  }
}

/**
 * Reads and clicks with the user agent of a machine are marked with the reason. A track event may be a read by some
 * model: it is marked, and its properties stay as they were sent.
 */
function toldByAgent({ kind, name, machine, properties }: CanonicalEvent): {
  machine: boolean
  properties: JsonObject
} {
  const agent = properties.userAgent
  if (machine || typeof agent !== 'string' || agent === '') return { machine, properties }
  if (kind === 'track') return { machine: agentReason('read', agent) !== null, properties }
  const action = kind === 'action' ? sentActions.find((one) => one === name) : undefined
  const machineReason = action && agentReason(action, agent)
  return machineReason
    ? { machine: true, properties: { ...properties, machineReason } }
    : { machine, properties }
}
