import { z } from 'zod'

const anything = z.record(z.string(), z.unknown())
const lenient = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined)

const message = z.looseObject({
  event: z.unknown().optional(),
  distinct_id: z.unknown().optional(),
  uuid: z.unknown().optional(),
  timestamp: z.unknown().optional(),
  properties: lenient(anything),
  $set: lenient(anything),
})

/**
 * A body of PostHog's `/batch/` or `/capture/` in the shape of Segment's `/v1/batch`. `$identify`, `$set`,
 * `$create_alias`, `$groupidentify`, `$pageview` and `$screen` become the calls they stand for, the rest are tracked
 * under their own names. The distinct id is the user's unless the library says that nobody was identified.
 */
export function segmentBody(body: unknown): unknown {
  const parsed = anything.safeParse(body)
  if (!parsed.success) return { batch: Array.isArray(body) ? body.map(segmentMessage) : undefined }
  const { api_key, sent_at, batch, ...alone } = parsed.data
  const messages = Array.isArray(batch) ? batch : [alone]
  const first = message.safeParse(messages[0])
  return {
    writeKey: api_key ?? (first.success ? (first.data.api_key ?? first.data.properties?.token) : undefined),
    sentAt: sent_at,
    batch: messages.map(segmentMessage),
  }
}

function segmentMessage(raw: unknown): unknown {
  const parsed = message.safeParse(raw)
  if (!parsed.success) return raw
  const { event, uuid, timestamp, properties: given = {}, $set } = parsed.data
  const { distinct_id, token: _token, $set: set, $set_once: once, $groups, ...properties } = given
  const id = parsed.data.distinct_id ?? distinct_id
  const isAnonymous = properties.$is_identified === false || properties.$user_state === 'anonymous'
  const shared = {
    messageId: uuid,
    timestamp,
    ...(isAnonymous ? { anonymousId: id } : { userId: id }),
    ...(isObject($groups) && { context: { groupId: Object.values($groups)[0] } }),
  }
  const traits = { ...(isObject(once) && once), ...(isObject(set) && set), ...$set }
  switch (event) {
    case '$identify':
      return { ...shared, type: 'identify', userId: id, anonymousId: properties.$anon_distinct_id, traits }
    case '$set':
      return { ...shared, type: 'identify', traits }
    case '$create_alias':
      return { ...shared, type: 'alias', userId: id, previousId: properties.alias }
    case '$groupidentify':
      return {
        messageId: uuid,
        timestamp,
        type: 'group',
        groupId: properties.$group_key,
        traits: isObject(properties.$group_set) ? properties.$group_set : {},
      }
    case '$pageview':
      return { ...shared, type: 'page', properties }
    case '$screen':
      return { ...shared, type: 'screen', name: properties.$screen_name, properties }
    default:
      return { ...shared, type: 'track', event, properties }
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
