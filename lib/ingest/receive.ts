import { AppError } from '@/lib/server/errors'
import { type Batcher, batcher } from './batcher'
import { cachedWriteKey, noteUse } from './cached-write-key'
import type { Rejection } from './canonical-event'
import { decodeBatch, messagesIn } from './segment-spec/decode-batch'
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
  { call, key: sentKey, body, receivedAt, translate = (same) => same }: Request,
  queue: Batcher = batcher(),
): Promise<Receipt> {
  const sent = messagesIn(translate(parse(body)), call)
  const key = sentKey ?? sent.writeKey
  const source =
    key === null ? null : await withStores('a write key could not be looked up', () => cachedWriteKey(key))
  if (key === null || !source) throw new AppError('unauthorized', 'There is no such write key.')

  const { events, refused } = decodeBatch(sent, { key, bytes: body.length, receivedAt })
  const { workspaceId, sourceId } = source
  const verdicts = await queue.add(workspaceId, {
    items: events.map((event) => ({ event, source: { id: sourceId, kind: 'http' }, receivedAt })),
    rejected: refused.map((one) => ({ ...one, workspaceId, sourceId, receivedAt })),
    bytes: body.length,
  })
  noteUse(source, receivedAt)

  if (call !== 'batch' && refused[0]?.code === 'too_large')
    throw new AppError('too_large', refused[0].message)
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
