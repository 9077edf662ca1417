import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { createClient } from '@clickhouse/client'
import { Analytics } from '@segment/analytics-node'
import pg from 'pg'
import { describe, expect, test } from 'vitest'
import { GET, OPTIONS, POST } from '@/app/v1/[...call]/route'
import { hashSecret } from '@/lib/auth/secrets'
import { db } from '@/lib/server/db'
import { Batcher } from './batcher'
import { receive } from './receive'
import { countRejected, newestRejectedEvents } from './rejected-events'
import { ask, newWorkspace, storedIds } from './testing'

type Sent = { key?: string | null; headers?: Record<string, string>; body?: unknown; raw?: BodyInit }

/** Calls the route as Next does. */
async function post(path: string, { key, headers, body, raw }: Sent) {
  const request = new Request(`http://localhost:3000/v1/${path}`, {
    method: 'POST',
    headers: {
      ...(key && { authorization: `Basic ${Buffer.from(`${key}:`).toString('base64')}` }),
      ...headers,
    },
    body: raw ?? JSON.stringify(body),
  })
  const response = await POST(request, { params: Promise.resolve({ call: path.split('/') }) })
  return { status: response.status, headers: response.headers, json: await response.json() }
}

const track = (messageId: string, more: object = {}) => ({
  type: 'track',
  userId: 'u',
  event: 'Report Run',
  messageId,
  timestamp: new Date().toISOString(),
  ...more,
})
const counts = (accepted: number, duplicates = 0) => ({ success: true, accepted, duplicates, rejected: [] })

describe('every door takes its call', () => {
  test.each([
    ['track', 'track', { event: 'x', userId: 'u' }],
    ['t', 'track', { event: 'x', anonymousId: 'a' }],
    ['identify', 'identify', { userId: 'u', traits: { plan: 'paid' } }],
    ['i', 'identify', { userId: 'u' }],
    ['group', 'group', { userId: 'u', groupId: 'g' }],
    ['g', 'group', { userId: 'u', groupId: 'g' }],
    ['page', 'page', { userId: 'u' }],
    ['p', 'page', { anonymousId: 'a', name: 'Home' }],
    ['screen', 'screen', { userId: 'u' }],
    ['s', 'screen', { userId: 'u' }],
    ['alias', 'alias', { userId: 'u', previousId: 'p' }],
    ['a', 'alias', { userId: 'u', previousId: 'p' }],
  ])('/v1/%s is %s, whatever type the message says', async (path, kind, message) => {
    const { workspaceId, key } = await newWorkspace()
    const { status, json } = await post(path, { key, body: { ...message, type: 'other' } })
    expect([status, json]).toEqual([200, counts(1)])
    expect(await ask(workspaceId, 'SELECT kind FROM events WHERE workspace_id = {w:UUID}')).toEqual([
      { kind },
    ])
  })

  test.each(['batch', 'b', 'import'])('/v1/%s takes a batch, an empty one too', async (path) => {
    const { key } = await newWorkspace()
    expect((await post(path, { key, body: { batch: [track('1'), track('2'), track('1')] } })).json).toEqual(
      counts(2, 1),
    )
    expect((await post(path, { key, body: { batch: [] } })).json).toEqual(counts(0))
  })

  test('another address is not found', async () => {
    const { key } = await newWorkspace()
    for (const path of ['contacts/actions', 'batch/more', 'constructor', 'm'])
      expect(await post(path, { key, body: track('1') })).toMatchObject({
        status: 404,
        json: { error: { code: 'not_found' } },
      })
  })
})

describe('the write key', () => {
  test('is taken from Basic, from X-Write-Key, from the body and from the messages of a batch', async () => {
    const { workspaceId, key } = await newWorkspace()
    await post('track', { key, body: track('1') })
    await post('track', { headers: { 'x-write-key': key }, body: track('2') })
    await post('track', { body: track('3', { writeKey: key }) })
    await post('batch', { body: { writeKey: key, batch: [track('4')] } })
    await post('batch', { body: { batch: [track('5', { writeKey: key })] } })
    expect(await storedIds(workspaceId)).toEqual(['1', '2', '3', '4', '5'])
  })

  test('missing, unknown or revoked is 401', async () => {
    const { key, sourceId } = await newWorkspace()
    await db().writeKey.update({ where: { id: sourceId }, data: { revokedAt: new Date() } })
    for (const sent of [{}, { key: 'wk_unknown' }, { key }])
      expect(await post('track', { ...sent, body: track('1') })).toMatchObject({
        status: 401,
        json: { error: { code: 'unauthorized' } },
      })
  })

  test('has its last use noted', async () => {
    const { key, sourceId } = await newWorkspace()
    await post('track', { key, body: track('1') })
    await expect
      .poll(async () => (await db().writeKey.findUniqueOrThrow({ where: { id: sourceId } })).lastUsedAt)
      .toBeInstanceOf(Date)
  })
})

describe('the body is JSON', () => {
  const json = JSON.stringify({ batch: [track('1'), track('2')] })
  const gzip = gzipSync(json)
  test.each<[string, BodyInit, Record<string, string>]>([
    ['text/plain, from browsers', json, { 'content-type': 'text/plain' }],
    ['form-urlencoded', json, { 'content-type': 'application/x-www-form-urlencoded' }],
    ['without a type and with a byte order mark', `\ufeff${json}`, { 'content-type': '' }],
    ['gzip', gzip, { 'content-encoding': 'gzip', 'content-type': 'application/json' }],
    ['gzip that does not say so', gzip, { 'content-type': 'application/x-www-form-urlencoded' }],
    ['plain that says gzip', json, { 'content-encoding': 'gzip' }],
  ])('also %s', async (_name, raw, headers) => {
    const { key } = await newWorkspace()
    expect((await post('batch', { key, raw, headers })).json).toEqual(counts(2))
  })

  test.each<[string, BodyInit]>([
    ['no JSON', '{"batch": ['],
    ['nothing', ''],
    ['a number', '7'],
    ['an object without a batch', '{}'],
    ['broken gzip', gzip.subarray(0, 40)],
  ])('%s is 400', async (_name, raw) => {
    const { key } = await newWorkspace()
    expect(await post('batch', { key, raw })).toMatchObject({
      status: 400,
      json: { error: { code: 'bad_request' } },
    })
  })
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
    const response = await POST(request, { params: Promise.resolve({ call: ['track'] }) })
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
    const dead = createClient({ url: 'http://127.0.0.1:1' })
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

describe('browsers', () => {
  test('may send from any site', async () => {
    const preflight = OPTIONS()
    expect(preflight.status).toBe(204)
    expect(Object.fromEntries(preflight.headers)).toMatchObject({
      'access-control-allow-origin': '*',
      'access-control-allow-methods': expect.stringContaining('POST'),
      'access-control-allow-headers': expect.stringMatching(
        /content-type.*content-encoding.*authorization.*x-write-key/,
      ),
    })
    const { key } = await newWorkspace()
    for (const sent of [{ key, body: track('1') }, { body: track('1') }])
      expect((await post('t', sent)).headers.get('access-control-allow-origin')).toBe('*')
  })

  test('are told where to send', async () => {
    const { key } = await newWorkspace()
    const get = (call: string[]) =>
      GET(new Request('http://gravitas.test:8080/v1/x', { headers: { host: 'gravitas.test:8080' } }), {
        params: Promise.resolve({ call }),
      })
    const response = await get(['projects', key, 'settings'])
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    const origin = new URL(process.env.GRAVITAS_ORIGIN ?? 'http://gravitas.test:8080')
    expect(await response.json()).toMatchObject({
      integrations: { 'Segment.io': { apiKey: key, apiHost: `${origin.host}/v1`, protocol: 'http' } },
      metrics: { sampleRate: 0 },
    })
    expect((await get(['projects', 'wk_unknown', 'settings'])).status).toBe(404)
    expect((await get(['projects', key])).status).toBe(404)
  })
})

test("Segment's own client delivers every kind of call", async () => {
  const { workspaceId, key } = await newWorkspace()
  const server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = []
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
    incoming.on('end', async () => {
      const path = (incoming.url ?? '').replace(/^\/v1\//, '')
      const request = new Request(`http://localhost${incoming.url}`, {
        method: 'POST',
        headers: incoming.headers as Record<string, string>,
        body: Buffer.concat(chunks),
      })
      const response = await POST(request, { params: Promise.resolve({ call: path.split('/') }) })
      outgoing.writeHead(response.status, Object.fromEntries(response.headers))
      outgoing.end(await response.text())
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const errors: unknown[] = []
  const analytics = new Analytics({
    writeKey: key,
    host: `http://127.0.0.1:${port}`,
    flushAt: 4,
    maxRetries: 0,
  })
  analytics.on('error', (error) => errors.push(error))
  analytics.track({ anonymousId: 'a1', event: 'Landed' })
  analytics.identify({ userId: 'ada', anonymousId: 'a1', traits: { email: 'ada@example.org', plan: 'paid' } })
  analytics.track({
    userId: 'ada',
    event: 'Report Run',
    properties: { rows: 3 },
    context: { groupId: 'acme' },
  })
  analytics.page({ userId: 'ada', name: 'Pricing', category: 'Site' })
  analytics.screen({ userId: 'ada', name: 'Home' })
  analytics.group({ userId: 'ada', groupId: 'acme', traits: { name: 'ACME' } })
  analytics.alias({ userId: 'ada', previousId: 'old-ada' })
  await analytics.closeAndFlush()
  await new Promise((resolve) => server.close(resolve))

  expect(errors).toEqual([])
  expect(
    await ask(
      workspaceId,
      'SELECT kind, name, user_id, anonymous_id, email, account_id FROM events WHERE workspace_id = {w:UUID} ORDER BY kind, name',
    ),
  ).toEqual([
    { kind: 'track', name: 'Landed', user_id: '', anonymous_id: 'a1', email: '', account_id: '' },
    { kind: 'track', name: 'Report Run', user_id: 'ada', anonymous_id: '', email: '', account_id: 'acme' },
    { kind: 'page', name: 'Page Viewed', user_id: 'ada', anonymous_id: '', email: '', account_id: '' },
    { kind: 'screen', name: 'Screen Viewed', user_id: 'ada', anonymous_id: '', email: '', account_id: '' },
    {
      kind: 'identify',
      name: 'identify',
      user_id: 'ada',
      anonymous_id: 'a1',
      email: 'ada@example.org',
      account_id: '',
    },
    { kind: 'group', name: 'group', user_id: 'ada', anonymous_id: '', email: '', account_id: 'acme' },
    { kind: 'alias', name: 'alias', user_id: 'ada', anonymous_id: '', email: '', account_id: '' },
  ])
})

test('only the hash of a write key is known to the database', async () => {
  const { key, sourceId } = await newWorkspace()
  const row = await db().writeKey.findUniqueOrThrow({ where: { id: sourceId } })
  expect(row.keyHash).toBe(hashSecret(key))
  expect(JSON.stringify(row)).not.toContain(key)
})
