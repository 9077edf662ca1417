import { AppError } from '@/lib/server/errors'
import { type Decoded, decodeMessage } from './decode-message'
import { maxEventBytes, maxMessages } from './limits'
import type { MessageType } from './message-schema'
import type { CanonicalEvent, Rejection } from '../canonical-event'

export type Refused = Rejection & { raw: string }
export type DecodedBatch = { events: CanonicalEvent[]; refused: Refused[] }

export type Messages = {
  messages: readonly unknown[]
  /** Set for a call that carries one message. */
  type?: MessageType
  /** Of the whole batch. */
  sentAt?: unknown
  /** In the body; null when there is none. */
  writeKey: string | null
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * The messages in a parsed body. Throws `bad_request` when the body has not the shape of the call, `too_large` for
 * too many messages.
 */
export function messagesIn(body: unknown, call: MessageType | 'batch'): Messages {
  if (call !== 'batch') {
    if (!isObject(body)) throw new AppError('bad_request', 'The body has to be a JSON object.')
    return { messages: [body], type: call, writeKey: keyIn(body) }
  }
  const messages = listIn(body, 'batch')
  if (!Array.isArray(messages)) throw new AppError('bad_request', 'The body has no list "batch".')
  if (messages.length > maxMessages)
    throw new AppError('too_large', `A batch holds at most ${maxMessages} messages.`)
  const keys = [body, ...messages].map(keyIn).filter((key) => key !== null)
  return { messages, sentAt: isObject(body) ? body.sentAt : undefined, writeKey: keys[0] ?? null }
}

/** Where the messages stand in a body that is more than one of them. */
const listIn = (body: unknown, name: string): unknown =>
  Array.isArray(body) ? body : isObject(body) ? body[name] : undefined

/** The same for actions of contacts: one, a list of them, or an object with the list "actions". */
export function actionsIn(body: unknown): Messages & { isOne: boolean } {
  const list = listIn(body, 'actions') ?? listIn(body, 'batch')
  const actions = list ?? [body]
  if (!Array.isArray(actions) || (list === undefined && !isObject(body)))
    throw new AppError('bad_request', 'The body has to be an action, or a list of them.')
  return {
    ...messagesIn({ ...(isObject(body) && body), batch: actions }, 'batch'),
    isOne: list === undefined,
  }
}

const keyIn = (value: unknown): string | null =>
  isObject(value) && typeof value.writeKey === 'string' && value.writeKey.trim() !== ''
    ? value.writeKey.trim()
    : null

type Circumstances = {
  key: string
  bytes: number
  receivedAt: Date
  decode?: (raw: unknown) => Decoded
}

/**
 * Every message as an event or refused with its place, code and reason. `key` is the key the request was let in
 * with: a message that carries another one belongs elsewhere. `bytes` is the size of the whole body; `decode` reads
 * one message where it is none of Segment's.
 */
export function decodeBatch(
  { messages, type, sentAt }: Messages,
  { key, bytes, receivedAt, decode }: Circumstances,
): DecodedBatch {
  const events: CanonicalEvent[] = []
  const refused: Refused[] = []
  messages.forEach((raw, index) => {
    const refuse = (code: string, message: string) =>
      refused.push({ index, code, message, raw: textOf(raw).slice(0, maxEventBytes) })
    try {
      const own = keyIn(raw)
      if (own !== null && own !== key)
        return refuse('other_write_key', '"writeKey" is not the one of this batch.')
      if (bytes > maxEventBytes && Buffer.byteLength(textOf(raw)) > maxEventBytes)
        return refuse('too_large', `The message is larger than ${maxEventBytes / 1024} KB.`)
      const decoded = decode?.(raw) ?? decodeMessage(raw, { receivedAt, type, sentAt })
      if ('refused' in decoded) refuse(decoded.refused.code, decoded.refused.message)
      else events.push(decoded.event)
    } catch (error) {
      // The stack ends in objects that are nested thousands deep.
      if (!(error instanceof RangeError)) throw error
      refuse('too_deep', 'The message is nested too deeply.')
    }
  })
  return { events, refused }
}

function textOf(raw: unknown): string {
  try {
    return JSON.stringify(raw) ?? ''
  } catch {
    return ''
  }
}
