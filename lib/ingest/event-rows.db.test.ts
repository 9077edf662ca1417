import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { warehouse } from '@/lib/warehouse/client'
import type { EventSource } from './incoming-event'
import { ask, newWorkspace, trackEvent } from './testing'
import { writeEvents } from './write-events'

const source: EventSource = { id: randomUUID(), kind: 'webhook' }
const now = new Date('2024-03-10T12:00:00Z')

const stored = (workspaceId: Parameters<typeof ask>[0]) =>
  ask<Record<string, unknown>>(
    workspaceId,
    `SELECT event_id AS id, machine, JSONExtractString(properties, 'machineReason') AS because,
       message_key = xxHash64('m') AS ofMessage, list_key = xxHash64('l') AS toList, url_key = xxHash64('u') AS hasLink,
       message_key = 0 AND list_key = 0 AND url_key = 0 AS ofNone
     FROM events WHERE workspace_id = {w:UUID} ORDER BY event_id`,
  )

test('message, list and link of an action are stored as the hashes that the engine makes of them', async () => {
  const { workspaceId } = await newWorkspace()
  const events = [
    trackEvent('a', { kind: 'action', name: 'click', properties: { messageId: 'm', listId: 'l', url: 'u' } }),
    trackEvent('b', { properties: { message_id: 'm', list_id: 'l', url: 'u' } }),
    trackEvent('c', {
      kind: 'action',
      name: 'read',
      properties: { messageId: '', listId: null, url: ['u'] },
    }),
    trackEvent('d', { kind: 'page', properties: { messageId: 'm', url: 'u' } }),
  ]
  await writeEvents(workspaceId, source, events, now)
  const all = { ofMessage: 1, toList: 1, hasLink: 1, ofNone: 0 }
  const none = { ofMessage: 0, toList: 0, hasLink: 0, ofNone: 1 }
  expect(await stored(workspaceId)).toMatchObject([
    { id: 'a', ...all },
    { id: 'b', ...all },
    { id: 'c', ...none },
    { id: 'd', ...none },
  ])
})

test('rows from before there were such columns tell the same of their properties', async () => {
  const { workspaceId } = await newWorkspace()
  await warehouse().command({
    query: `INSERT INTO events (workspace_id, person_id, occurred_at, event_id, kind, name, properties) VALUES
      ({w:UUID}, 1, now64(3), 'a', 'action', 'click', '{"messageId":"m","listId":"l","url":"u"}'),
      ({w:UUID}, 1, now64(3), 'b', 'track', 'Opened', '{"message_id":"m","list_id":"l","url":"u"}'),
      ({w:UUID}, 1, now64(3), 'c', 'action', 'read', '{}')`,
    query_params: { w: workspaceId },
  })
  expect((await stored(workspaceId)).map(({ id, ofMessage, ofNone }) => [id, ofMessage, ofNone])).toEqual([
    ['a', 1, 0],
    ['b', 1, 0],
    ['c', 0, 1],
  ])
})

test('reads and clicks by the user agent of a machine are marked, whatever door they came by', async () => {
  const { workspaceId } = await newWorkspace()
  const userAgent = 'curl/8.5'
  const done = (id: string, name: string, more: object = {}) =>
    trackEvent(id, { kind: 'action', name, properties: { userAgent }, ...more })
  const events = [
    done('a', 'read'),
    done('b', 'click', { machine: true, properties: { userAgent, machineReason: 'told by the provider' } }),
    done('c', 'complaint'),
    done('d', 'read', { properties: { userAgent: 'Mozilla/5.0 (X11; Linux x86_64) Thunderbird/115.6.0' } }),
    done('e', 'Email Opened', { kind: 'track' }),
  ]
  await writeEvents(workspaceId, source, events, now)
  expect((await stored(workspaceId)).map(({ id, machine, because }) => [id, machine, because])).toEqual([
    ['a', true, 'opened by a script'],
    ['b', true, 'told by the provider'],
    ['c', false, ''],
    ['d', false, ''],
    ['e', true, ''],
  ])
})
