import { AppError } from '@/lib/server/errors'
import { type Batcher, batcher } from './batcher'
import { cachedWriteKey, noteUse } from './cached-write-key'
import type { Rejection } from './canonical-event'
import { decodeAction } from './contact-actions/decode-action'
import { actionsIn, decodeBatch, type Messages, messagesIn } from './segment-spec/decode-batch'
import type { Decoded } from './segment-spec/decode-message'
import type { MessageType } from './segment-spec/message-schema'
import { withStores } from './store-away'

/** The answer to a request that was let in. */
export type Receipt = { success: true; accepted: number; duplicates: number; rejected: Rejection[] }

export type Call = MessageType | 'batch'

type Request = {
  call: Call
  /** From the request's headers; else the body carries it. */
  key: string | null
  body: Buffer
  receivedAt: Date
  /** Of another library's body to Segment's. */
  translate?: (body: unknown) => unknown
}

/**
 * One request of Segment's tracking API: key → source, decode, write. Resolves when everything accepted, and what was
 * refused, is on disk. Throws `bad_request` (not JSON), `unauthorized`, `too_large`, `busy`, `unavailable`.
 */
export async function receive(
  { call, translate = (same) => same, ...request }: Request,
  queue: Batcher = batcher(),
): Promise<Receipt> {
  const sent = messagesIn(translate(parse(request.body)), call)
  return write(sent, call !== 'batch', request, queue)
}

/** `POST /v1/contacts/actions`, one or many: the same promise for actions of contacts (`ingest.md` §2). */
export async function receiveActions(
  request: Omit<Request, 'call' | 'translate'>,
  queue: Batcher = batcher(),
): Promise<Receipt> {
  const sent = actionsIn(parse(request.body))
  const decode = (raw: unknown) => decodeAction(raw, request.receivedAt)
  return write(sent, sent.isOne, { ...request, decode }, queue)
}

async function write(
  sent: Messages,
  isOne: boolean,
  {
    key: sentKey,
    body,
    receivedAt,
    decode,
  }: Pick<Request, 'key' | 'body' | 'receivedAt'> & { decode?: (raw: unknown) => Decoded },
  queue: Batcher,
): Promise<Receipt> {
  const key = sentKey ?? sent.writeKey
  const source =
    key === null ? null : await withStores('a write key could not be looked up', () => cachedWriteKey(key))
  if (key === null || !source) throw new AppError('unauthorized', 'There is no such write key.')

  const { events, refused } = decodeBatch(sent, { key, bytes: body.length, receivedAt, decode })
  const { workspaceId, sourceId } = source
  const verdicts = await queue.add(workspaceId, {
    items: events.map((event) => ({ event, source: { id: sourceId, kind: 'http' }, receivedAt })),
    rejected: refused.map((one) => ({ ...one, workspaceId, sourceId, receivedAt })),
    bytes: body.length,
  })
  noteUse(source, receivedAt)

  if (isOne && refused[0]?.code === 'too_large') throw new AppError('too_large', refused[0].message)
  const accepted = verdicts.filter((verdict) => verdict === 'accepted').length
  return {
    success: true,
    accepted,
    duplicates: verdicts.length - accepted,
    rejected: refused.map(({ index, code, message }) => ({ index, code, message })),
  }
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8').replace(/^\ufeff/, ''))
  } catch {
    throw new AppError('bad_request', 'The body is not JSON.')
  }
}
