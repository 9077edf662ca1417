import type { JsonObject } from './canonical-event'

/** What an action is about, beside who did it: the ids that the ratings of contacts tell actions apart by. */
export type ActionIds = { messageId?: string; listId?: string; url?: string }

/**
 * The ids among the properties of an action, or of a track event that a contact model takes for one; under either of
 * the names that tools give them. A number is its text; an empty text is none.
 */
export function actionIds(properties: JsonObject): ActionIds {
  const { messageId, message_id, listId, list_id, url } = properties
  return {
    messageId: idOf(messageId) ?? idOf(message_id),
    listId: idOf(listId) ?? idOf(list_id),
    url: idOf(url),
  }
}

function idOf(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && value !== '' ? value : undefined
}
