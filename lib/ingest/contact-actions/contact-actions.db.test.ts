import { describe, expect, test } from 'vitest'
import { ask, countsByPerson, newWorkspace } from '../testing'
import { counts, post } from '../testing-calls'

const opened = (more: object = {}) => ({
  contact: { email: ' Ann@Example.com ' },
  action: 'read',
  messageId: 'm-1',
  listId: 'l-1',
  occurredAt: '2026-11-20T12:00:00Z',
  ...more,
})
const rowsOf = (workspaceId: Parameters<typeof ask>[0]) =>
  ask<Record<string, unknown>>(
    workspaceId,
    `SELECT kind, name, email, user_id, event_id, machine, source_kind, properties, toUnixTimestamp(occurred_at) AS at
     FROM events WHERE workspace_id = {w:UUID} ORDER BY event_id`,
  )

describe('POST /v1/contacts/actions', () => {
  test('takes one action, a list and an object with the list, and counts each once', async () => {
    const { workspaceId, key } = await newWorkspace()
    const path = 'contacts/actions'
    expect(await post(path, { key, body: opened() })).toMatchObject({ status: 200, json: counts(1) })
    // The same action, whatever else is told of it.
    expect(
      (await post(path, { key, body: [opened({ campaignId: 'c' }), opened({ action: 'click' })] })).json,
    ).toEqual(counts(1, 1))
    const third = opened({ actionId: 'own-id', machine: true, campaignId: 7, properties: { url: 'u' } })
    expect((await post(path, { key, body: { actions: [third, third] } })).json).toEqual(counts(1, 1))
    const rows = await rowsOf(workspaceId)
    expect(rows.length).toBe(3)
    expect(rows.find(({ event_id }) => event_id === 'own-id')).toMatchObject({
      kind: 'action',
      name: 'read',
      email: 'ann@example.com',
      user_id: '',
      machine: true,
      source_kind: 'http',
      at: Date.parse('2026-11-20T12:00:00Z') / 1000,
    })
    const properties = rows.map((row) => JSON.parse(String(row.properties)) as object)
    expect(properties).toContainEqual({ messageId: 'm-1', listId: 'l-1', campaignId: '7', url: 'u' })
  })

  test('an external id joins the address to the user', async () => {
    const { workspaceId, key } = await newWorkspace()
    const path = 'contacts/actions'
    await post(path, { key, body: opened() })
    await post(path, {
      key,
      body: opened({ contact: { email: 'ann@example.com', externalId: 42 }, messageId: 'm-2' }),
    })
    expect(await countsByPerson(workspaceId)).toEqual({ 'email:ann@example.com + user:42': 2 })
  })

  test('a bad one is refused alone, with its place, code and reason', async () => {
    const { key } = await newWorkspace()
    const bad = [
      opened({ contact: { email: 'nobody' } }),
      opened({ contact: 'ann@example.com' }),
      opened({ action: 'unread' }),
      opened({ occurredAt: undefined }),
      opened({ occurredAt: 'yesterday' }),
      opened({ occurredAt: Date.now() + 90_000_000 }),
      opened({ machine: 'yes' }),
      opened({ properties: [] }),
      opened({ messageId: {} }),
      'text',
    ]
    const { status, json } = await post('contacts/actions', { key, body: [...bad, opened()] })
    expect([status, json.accepted]).toEqual([200, 1])
    expect(json.rejected.map(({ index, code }: { index: number; code: string }) => [index, code])).toEqual([
      [0, 'bad_email'],
      [1, 'invalid_action'],
      [2, 'unknown_action'],
      [3, 'missing_time'],
      [4, 'bad_timestamp'],
      [5, 'in_future'],
      [6, 'invalid_action'],
      [7, 'invalid_action'],
      [8, 'invalid_action'],
      [9, 'not_an_object'],
    ])
    expect(json.rejected[4].message).toBe('"occurredAt" is not an ISO 8601 time or an epoch.')
  })

  test('wants the key of a source, in the headers or in the body', async () => {
    const { key } = await newWorkspace()
    expect((await post('contacts/actions', { body: opened() })).status).toBe(401)
    expect((await post('contacts/actions', { body: opened({ writeKey: key }) })).json).toEqual(counts(1))
    expect((await post('contacts/actions', { body: { writeKey: key, actions: [opened()] } })).json).toEqual(
      counts(0, 1),
    )
    expect((await post('contacts/actions', { key, raw: '"text"' })).status).toBe(400)
    expect(
      (await post('contacts/actions', { key, body: opened({ properties: { x: 'y'.repeat(40_000) } }) }))
        .status,
    ).toBe(413)
  })
})
