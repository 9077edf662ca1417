import { unreadAfterDays } from '@/lib/scoring/contacts/action-rules'
import type { ContactDocument } from '@/lib/scoring/contacts/document'
import type { ActionName } from '@/lib/scoring/contacts/grammar/action-names'
import { NO_ACTION, actionCode, codeOf, isOneOf } from './action-codes'
import { flagsOf } from './action-flags'

/** Actions of one message, of which one counts. */
export const OF_MESSAGE: readonly ActionName[] = [
  'read',
  'click',
  'forward',
  'reply',
  'bounce_hard',
  'bounce_soft',
  'complaint',
  'unread',
]

/** Arrays that are gathered of deliveries and of clicks with a link, in any order. */
export const apart = (asksUnread: boolean): readonly string[] => [
  'delivered_ats',
  'delivered_messages',
  ...(asksUnread ? ['delivered_ids'] : []),
  'linked_ats',
  'linked_urls',
]

/**
 * SQL for a row per contact: `since` when it is known by any event, its `oldest` and `newest` action, `rows` of its
 * actions (at, flags, subject, and id where messages left unread are asked for), newest first by (at, id), and what is
 * kept apart. `subject`: an action without message id is a message of its own, an invitation without list id a list.
 *
 * @param events SQL for the events that are seen
 * @param counts the actions that may take a position
 */
export function gathered(
  document: ContactDocument,
  events: string,
  counts: readonly ActionName[],
): { sql: string; params: Record<string, unknown> } {
  const code = actionCode(document)
  const asksUnread = unreadAfterDays(document) !== null
  const kept: readonly ActionName[] = [
    ...new Set<ActionName>([
      ...counts,
      'subscribed',
      'unsubscribe',
      'read',
      'click',
      ...(asksUnread ? (['forward', 'reply'] as const) : []),
    ]),
  ]
  const isKept = isOneOf('code', kept)
  const isDelivered = `code = ${codeOf('delivered')} AND message_key != 0`
  const isLinked = `code = ${codeOf('click')} AND url_key != 0`
  const isAction = `code != ${NO_ACTION}`
  const own = (key: string) => `if(${key} = 0, xxHash64(event_id), ${key})`
  const [ats, ids, flags, subjects] = ['at', 'event_id', 'flags', 'subject'].map(
    (one) => `groupArrayIf(${one}, ${isKept})`,
  )

  // Arrays are sorted by others, so that the ids are moved only where they are asked again.
  const sql = `
  SELECT person, min(at) AS since, minIf(at, ${isAction}) AS oldest, maxIf(at, ${isAction}) AS newest,
    arrayReverseSort((row, a, i) -> (a, i), arrayZip(${ats}, ${flags}, ${subjects}${asksUnread ? `, ${ids}` : ''}), ${ats}, ${ids}) AS rows,
    groupArrayIf(at, ${isDelivered}) AS delivered_ats,
    groupArrayIf(message_key, ${isDelivered}) AS delivered_messages,
    ${asksUnread ? `groupArrayIf(event_id, ${isDelivered}) AS delivered_ids,` : ''}
    groupArrayIf(at, ${isLinked}) AS linked_ats,
    groupArrayIf(url_key, ${isLinked}) AS linked_urls
  FROM (
    SELECT person, event_id, message_key, url_key, code, toUnixTimestamp64Milli(occurred_at) AS at, ${flagsOf} AS flags,
      multiIf(${isOneOf('code', OF_MESSAGE)}, ${own('message_key')}, code = ${codeOf('invite')}, ${own('list_key')},
        toUInt64(0)) AS subject
    FROM (SELECT *, ${code.sql} AS code FROM (${events}))
  )
  GROUP BY person
  HAVING countIf(${isAction}) > 0`
  return { sql, params: code.params }
}
