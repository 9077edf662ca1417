import { gzipSync } from 'node:zlib'
import { ClickHouseLogLevel, createClient } from '@clickhouse/client'
import pg from 'pg'
import { describe, expect, test } from 'vitest'
import { Batcher } from './batcher'
import { handlePost } from './handle-call'
import { receive } from './receive'
import { countRejected, newestRejectedEvents } from './rejected-events'
import { newWorkspace, storedIds } from './testing'
import { counts, post, track } from './testing-calls'

test('of 100 events three are bad: 97 are in, and the three are kept with their reasons', async () => {
  const { workspaceId, key, sourceId } = await newWorkspace()
  const batch: object[] = Array.from({ length: 100 }, (_, i) => track(`m${String(i).padStart(2, '0')}`))
  batch[3] = { type: 'track', userId: 'u' }
  batch[50] = track('m50', { userId: 'null' })
  batch[99] = track('m99', { timestamp: '2999-01-01T00:00:00Z' })
  const { json } = await post('batch', { key, body: { batch } })
  expect(json).toMatchObject({ success: true, accepted: 97, duplicates: 0 })
  expect(json.rejected).toEqual([
    { index: 3, code: 'missing_event', message: expect.stringContaining('"event"') },
    { index: 50, code: 'refused_id', message: expect.stringContaining('"userId"') },
    { index: 99, code: 'in_future', message: expect.stringContaining('"timestamp"') },
  ])
  expect(await storedIds(workspaceId)).toHaveLength(97)

  const first = await newestRejectedEvents(workspaceId, { limit: 2 })
  expect(first.items.map(({ index, raw }) => [index, JSON.parse(raw)])).toEqual([
    [99, batch[99]],
    [50, batch[50]],
  ])
  const second = await newestRejectedEvents(workspaceId, { limit: 2, before: first.next ?? undefined })
  expect([second.items.map(({ index }) => index), second.next]).toEqual([[3], null])
  const byCode = await countRejected({ workspaceId })
  expect(byCode.map(({ code, messages, sourceId: from }) => [code, messages, from])).toEqual([
    ['in_future', 1, sourceId],
    ['missing_event', 1, sourceId],
    ['refused_id', 1, sourceId],
  ])
})

test('the same batch sent five times at once counts once', async () => {
  const { workspaceId, key } = await newWorkspace()
  const body = { batch: Array.from({ length: 50 }, (_, i) => track(`m${String(i).padStart(2, '0')}`)) }
  const answers = await Promise.all(Array.from({ length: 5 }, () => post('batch', { key, body })))
  const sum = (field: 'accepted' | 'duplicates') => answers.reduce((n, { json }) => n + json[field], 0)
  expect([sum('accepted'), sum('duplicates')]).toEqual([50, 200])
  expect(await storedIds(workspaceId)).toHaveLength(50)
})

describe('limits', () => {
  const text = (bytes: number) => 'x'.repeat(bytes)

  test('a body over 500 KB is 413, also when only what it inflates to is', async () => {
    const { key } = await newWorkspace()
    const raw = JSON.stringify({ batch: [], text: text(500 * 1024) })
    expect((await post('batch', { key, raw })).status).toBe(413)
    expect((await post('batch', { key, raw: gzipSync(raw) })).status).toBe(413)
    const fits = JSON.stringify({ batch: [track('1')], text: text(499 * 1024) })
    expect((await post('batch', { key, raw: gzipSync(fits) })).json).toEqual(counts(1))
  })

  test('a body without a length is read no further than that', async () => {
    const { key } = await newWorkspace()
    let sent = 0
    const endless = new ReadableStream({
      pull(controller) {
        sent += 65_536
        controller.enqueue(new TextEncoder().encode(text(65_536)))
      },
    })
    const request = new Request('http://localhost:3000/v1/track', {
      method: 'POST',
      headers: { 'x-write-key': key },
      body: endless,
      duplex: 'half',
    } as RequestInit)
    const response = await handlePost(request, ['track'])
    expect(response.status).toBe(413)
    expect(sent).toBeLessThan(700_000)
  })

  test('an event over 32 KB is refused alone in a batch, and is 413 by itself', async () => {
    const { workspaceId, key } = await newWorkspace()
    const large = track('large', { properties: { text: text(33_000) } })
    const { status, json } = await post('batch', { key, body: { batch: [track('1'), large] } })
    expect([status, json]).toEqual([
      200,
      {
        ...counts(1),
        rejected: [{ index: 1, code: 'too_large', message: 'The message is larger than 32 KB.' }],
      },
    ])
    expect(await post('track', { key, body: large })).toMatchObject({
      status: 413,
      json: { error: { code: 'too_large' } },
    })
    const { items } = await newestRejectedEvents(workspaceId, { limit: 10 })
    expect(items.map(({ code, raw }) => [code, raw.length])).toEqual([
      ['too_large', 32_768],
      ['too_large', 32_768],
    ])
  })

  test('a full queue is 429', async () => {
    const { key } = await newWorkspace()
    const tiny = new Batcher({ events: 1, totalEvents: 1, bytes: 1e6, totalBytes: 1e6, flushEvents: 10 })
    const body = Buffer.from(JSON.stringify({ writeKey: key, batch: [track('1'), track('2')] }))
    await expect(receive({ call: 'batch', key, body, receivedAt: new Date() }, tiny)).rejects.toMatchObject({
      status: 429,
    })
  })
})

describe('while a store is away', () => {
  type Kept = { warehouse?: unknown; lockPool?: unknown }
  const away = async (replace: (kept: Kept) => void, restore: (kept: Kept) => void) => {
    const { workspaceId, key } = await newWorkspace()
    const kept = globalThis as Kept
    const before = { ...kept, warehouse: kept.warehouse, lockPool: kept.lockPool }
    replace(kept)
    const { status, headers, json } = await post('track', { key, body: track('1') })
    Object.assign(kept, { warehouse: before.warehouse, lockPool: before.lockPool })
    restore(kept)
    expect([status, headers.get('retry-after'), json.error.code]).toEqual([503, '5', 'unavailable'])
    expect((await post('track', { key, body: track('1') })).json).toEqual(counts(1))
    expect(await storedIds(workspaceId)).toEqual(['1'])
  }

  test('ClickHouse: 503, and sent again the event is in', async () => {
    const dead = createClient({ url: 'http://127.0.0.1:1', log: { level: ClickHouseLogLevel.OFF } })
    await away(
      (kept) => (kept.warehouse = dead),
      () => void dead.close(),
    )
  })

  test('PostgreSQL: 503, and sent again the event is in', async () => {
    const dead = new pg.Pool({ connectionString: 'postgresql://postgres@127.0.0.1:1/none' })
    await away(
      (kept) => (kept.lockPool = dead),
      () => void dead.end(),
    )
  })
})
