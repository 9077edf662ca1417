import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { hashSecret } from '@/lib/auth/secrets'
import { db } from '@/lib/server/db'
import { handleGet, handleOptions, handlePost, handlePostHog } from './handle-call'
import { ask, newWorkspace, storedIds } from './testing'
import { counts, post, track } from './testing-calls'

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
    for (const path of ['contacts', 'contacts/actions/more', 'batch/more', 'constructor', 'm'])
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

describe('browsers', () => {
  test('may send from any site', async () => {
    const preflight = handleOptions()
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
      handleGet(
        new Request('http://gravitas.test:8080/v1/x', { headers: { host: 'gravitas.test:8080' } }),
        call,
      )
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

test("the doors of Jitsu's and PostHog's libraries lead to the same events", async () => {
  const { workspaceId, key } = await newWorkspace()
  const request = (body: object, headers: Record<string, string> = {}) =>
    new Request('http://localhost:3000/', { method: 'POST', headers, body: gzipSync(JSON.stringify(body)) })
  const answers = await Promise.all([
    handlePost(request(track('1'), { 'x-write-key': key }), ['track']),
    handlePostHog(request({ api_key: key, batch: [{ uuid: '2', event: 'Report Run', distinct_id: 'u' }] })),
    handlePostHog(
      request({ api_key: key, uuid: '3', event: 'Report Run', properties: { distinct_id: 'u' } }),
    ),
  ])
  expect(await Promise.all(answers.map((answer) => answer.json()))).toEqual([counts(1), counts(1), counts(1)])
  expect(await storedIds(workspaceId)).toEqual(['1', '2', '3'])
})

test('only the hash of a write key is known to the database', async () => {
  const { key, sourceId } = await newWorkspace()
  const row = await db().writeKey.findUniqueOrThrow({ where: { id: sourceId } })
  expect(row.keyHash).toBe(hashSecret(key))
  expect(JSON.stringify(row)).not.toContain(key)
})
