import { createHash, randomUUID } from 'node:crypto'
import type { CanonicalEvent, JsonObject } from '../canonical-event'
import { cleanEmail, cleanId } from '../clean-id'
import { type Message, type MessageType, type Refusal, messageSchema, refusalOf } from './message-schema'
import { occurredAt } from './occurred-at'

export type Decoded = { event: CanonicalEvent } | { refused: Refusal }

type Circumstances = {
  receivedAt: Date
  /** The call's own type, where the address says it; else the message's. */
  type?: MessageType
  /** Of the batch, for messages without their own. */
  sentAt?: unknown
}

const refused = (code: string, message: string): Decoded => ({ refused: { code, message } })

/** One message of Segment's tracking API as an event, or why it is refused. */
export function decodeMessage(raw: unknown, { receivedAt, type, sentAt }: Circumstances): Decoded {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw))
    return refused('not_an_object', 'A message has to be an object.')
  const parsed = messageSchema.safeParse(type === undefined ? raw : { ...raw, type })
  if (!parsed.success) return { refused: refusalOf(parsed.error) }
  const message = parsed.data

  const time = occurredAt({ ...message, sentAt: message.sentAt ?? sentAt }, receivedAt)
  if (!('at' in time)) return { refused: time }

  const ids = idsOf(message)
  const problem = missing(message, ids)
  if (problem) return { refused: problem }
  return {
    event: {
      eventId: message.messageId?.trim() || derivedId(raw, message),
      kind: message.type,
      name: nameOf(message),
      ...ids,
      occurredAt: time.at,
      properties: propertiesOf(message, ids.previousId),
      machine: false,
    },
  }
}

type Ids = Pick<CanonicalEvent, 'userId' | 'anonymousId' | 'email' | 'previousId' | 'accountId'>

/** Words that stand for nobody, such as `null` or `guest`, count as an absent id. */
function idsOf(message: Message): Ids {
  return {
    userId: cleanId(message.userId),
    anonymousId: cleanId(message.anonymousId),
    // Only identify says whose e-mail an address is (`scoring.md` §0).
    email: message.type === 'identify' ? cleanEmail(traitsOf(message).email) : null,
    previousId: message.type === 'alias' ? cleanId(message.previousId) : null,
    accountId: cleanId(message.groupId) ?? cleanId(message.context?.groupId),
  }
}

function missing(
  message: Message,
  { userId, anonymousId, email, previousId, accountId }: Ids,
): Refusal | null {
  const given = [message.userId, message.anonymousId].filter((id) => id !== null && id !== undefined)
  if (message.type === 'alias') {
    if (userId === null)
      return {
        code: 'missing_user',
        message: '"userId", the id from now on, is missing or stands for nobody.',
      }
    if (previousId === null)
      return {
        code: 'missing_previous',
        message: '"previousId", the id until now, is missing or stands for nobody.',
      }
    return null
  }
  if (message.type === 'group') {
    return accountId === null
      ? { code: 'missing_group', message: '"groupId" is missing or stands for nothing.' }
      : null
  }
  if (userId !== null || anonymousId !== null || email !== null) return null
  if (given.length > 0)
    return {
      code: 'refused_id',
      message: `"userId" and "anonymousId" are blank or stand for nobody: ${given.map((id) => JSON.stringify(id)).join(', ')}.`,
    }
  return { code: 'missing_person', message: '"userId" or "anonymousId" is missing.' }
}

function nameOf(message: Message): string {
  if (message.type === 'track') return message.event
  if (message.type === 'page') return 'Page Viewed'
  return message.type === 'screen' ? 'Screen Viewed' : message.type
}

function propertiesOf(message: Message, previousId: string | null): JsonObject {
  switch (message.type) {
    case 'track':
      return message.properties ?? {}
    case 'page':
    case 'screen': {
      const { name, category } = message
      return {
        ...(typeof name === 'string' && { name }),
        ...(typeof category === 'string' && { category }),
        ...message.properties,
      }
    }
    case 'alias':
      return { previousId }
    default:
      return traitsOf(message)
  }
}

/** The traits of an identify may also lie in the context, where Segment's libraries keep those they remember. */
function traitsOf(message: Extract<Message, { traits?: unknown }>): JsonObject {
  const remembered = message.type === 'identify' ? message.context?.traits : undefined
  const isObject = typeof remembered === 'object' && remembered !== null && !Array.isArray(remembered)
  return { ...(isObject && remembered), ...message.traits }
}

/**
 * The id of a message that came without one: a hash of all it says, except what a repetition would change. Without a
 * time of its own two equal messages cannot be told from one that was sent twice, and count twice.
 */
function derivedId(raw: object, { timestamp, originalTimestamp }: Message): string {
  if (!timestamp && !originalTimestamp) return randomUUID()
  const { sentAt: _sentAt, writeKey: _writeKey, ...said } = raw as Record<string, unknown>
  return `derived-${createHash('sha256').update(JSON.stringify(said)).digest('hex').slice(0, 32)}`
}
