import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { NOW, newWorkspace, storeEvents, storeMerges } from '@/lib/engagement/testing'
import { loadHash64 } from '@/lib/ingest/hash64'
import { createWriteKey } from '@/lib/sources/data'
import { insertRows } from '@/lib/warehouse/insert-rows'
import { roles } from '@/lib/workspaces/schema'
import { eventCatalog, eventTail } from './operations'
import { eventNames } from './sql/event-names'

type Sent = {
  identity: string
  kind: string
  name: string
  properties?: unknown
  id?: string
  received?: number
}

/** Events as a source sends them, a minute apart unless said otherwise. */
async function receive(workspace: string, source: string, sent: readonly Sent[]) {
  const hash = await loadHash64()
  await insertRows(
    'events',
    sent.map(({ identity, kind, name, properties = {}, id = randomUUID(), received }, index) => ({
      workspace_id: workspace,
      person_id: identity === '' ? '0' : String(hash(identity)),
      occurred_at: new Date(NOW.getTime() - 1000).toISOString(),
      event_id: id,
      kind,
      name,
      properties: JSON.stringify(properties),
      source_id: source,
      source_kind: 'http',
      received_at: new Date(received ?? NOW.getTime() + index * 60_000).toISOString(),
    })),
  )
  await insertRows(
    'identities',
    sent
      .filter(({ identity }) => identity !== '')
      .map(({ identity }) => ({
        workspace_id: workspace,
        person_id: String(hash(identity)),
        identity,
        first_seen: NOW.toISOString(),
      })),
  )
}

describe('the catalog', () => {
  let made: Awaited<ReturnType<typeof newWorkspace>>
  const day = 86_400_000
  beforeAll(async () => {
    made = await newWorkspace()
    const workspace = made.id
    const event = (identity: string, name: string, days: number, kind = 'track') => ({
      workspace,
      identity,
      name,
      kind,
      at: NOW.getTime() - days * day,
    })
    await storeEvents(
      [
        event('user:a', 'login', 9),
        event('user:a', 'login', 8),
        event('user:b', 'login', 7),
        event('anon:x', 'login', 6),
        event('user:b', 'Page Viewed', 5, 'page'),
        event('email:kai@example.com', 'read', 4, 'action'),
        event('user:a', 'identify', 30, 'identify'),
      ],
      3,
    )
    await storeMerges([{ workspace, from: 'anon:x', to: 'user:a' }])
    const about = { workspace_id: workspace, kind: 'track', name: 'login' }
    await insertRows('event_properties', [
      { ...about, property: 'plan' },
      { ...about, property: 'browser' },
      { ...about, property: 'plan' },
    ])
  })

  test('tells of every name its volume, people after merges, span and properties, most people first', async () => {
    const { items, exact } = await eventCatalog(made.contextOf(), {})
    expect(exact).toBe(true)
    expect(
      items.map(({ name, kind, activity, volume, people }) => [name, kind, activity, volume, people]),
    ).toEqual([
      ['login', 'track', true, 4, 2],
      ['Page Viewed', 'page', true, 1, 1],
      ['identify', 'identify', false, 1, 1],
      ['read', 'action', false, 1, 1],
    ])
    expect(items[0]).toMatchObject({
      firstSeen: new Date(NOW.getTime() - 9 * day),
      lastSeen: new Date(NOW.getTime() - 6 * day),
      properties: ['browser', 'plan'],
    })
  })

  test('sums up what people did and received, without identify', async () => {
    expect((await eventCatalog(made.contextOf(), {})).total).toEqual({
      events: 6,
      names: 3,
      people: 3,
      firstSeen: new Date(NOW.getTime() - 9 * day),
      lastSeen: new Date(NOW.getTime() - 4 * day),
    })
  })

  test('comes page by page, each with the totals of all', async () => {
    const whole = await eventCatalog(made.contextOf(), {})
    const first = await eventCatalog(made.contextOf(), { limit: 3 })
    const second = await eventCatalog(made.contextOf(), { limit: 3, cursor: first.nextCursor ?? '' })
    expect([...first.items, ...second.items]).toEqual(whole.items)
    expect([second.nextCursor, second.total]).toEqual([null, whole.total])
  })

  test('estimates the same where people are few', async () => {
    const estimated = await eventNames('estimate')({ workspace: made.id })
    expect(estimated.map(({ name, volume, people }) => [name, volume, people])).toContainEqual([
      'login',
      4,
      3,
    ])
    expect(estimated.map(({ allPeople }) => allPeople)).toEqual([4, 4, 4, 4])
  })

  test('of an empty workspace is empty', async () => {
    const other = await newWorkspace()
    expect(await eventCatalog(other.contextOf(), {})).toEqual({
      items: [],
      total: { events: 0, names: 0, people: 0, firstSeen: null, lastSeen: null },
      exact: true,
      nextCursor: null,
    })
  })
})

describe('the live tail', () => {
  let made: Awaited<ReturnType<typeof newWorkspace>>
  beforeAll(async () => {
    made = await newWorkspace()
    const source = await createWriteKey(made.id, 'Website')
    await receive(made.id, source.id, [
      { identity: 'user:u1', kind: 'track', name: 'first', properties: { to: ['kai@example.com'], n: 1 } },
      { identity: 'anon:x', kind: 'page', name: 'Page Viewed', properties: { url: '/?m=kai%40example.com' } },
      {
        identity: 'user:june@example.com',
        kind: 'identify',
        name: 'identify',
        properties: { city: 'Secretville' },
      },
      { identity: '', kind: 'group', name: 'group', properties: { plan: 'Secretville' } },
      {
        identity: 'email:kai@example.com',
        kind: 'action',
        name: 'sent to kai@example.com',
        id: 'm-kai@example.com',
      },
    ])
    await storeMerges([{ workspace: made.id, from: 'anon:x', to: 'user:u1' }])
  })
  const tail = (input: Parameters<typeof eventTail>[1] = {}) => eventTail(made.contextOf(), input)

  test('shows the newest first, with the person after merges and the source', async () => {
    const { items } = await tail({ limit: 4 })
    expect(items.map(({ name, personId }) => [name, personId])).toEqual([
      ['sent to kai@example.com', 'email:kai@example.com'],
      ['group', null],
      ['identify', 'june@example.com'],
      ['Page Viewed', 'u1'],
    ])
    expect(items[3]).toMatchObject({
      source: { kind: 'http', name: 'Website' },
      properties: { url: '/?m=kai%40example.com' },
      receivedAt: new Date(NOW.getTime() + 60_000),
    })
  })

  test('goes on after a cursor, also among events that came in together', async () => {
    const { id, contextOf } = await newWorkspace()
    const at = NOW.getTime()
    const one = (name: string) => ({ identity: 'user:a', kind: 'track', name, id: name, received: at })
    await receive(id, randomUUID(), [one('b'), one('a')])
    const first = await eventTail(contextOf(), {})
    expect(first.items.map(({ name }) => name)).toEqual(['b', 'a'])
    const after = first.cursor ?? ''
    expect(await eventTail(contextOf(), { after })).toMatchObject({ items: [], cursor: after })
    await receive(id, randomUUID(), [one('c'), { ...one('d'), received: at + 1 }])
    expect((await eventTail(contextOf(), { after })).items.map(({ name }) => name)).toEqual(['d', 'c'])
    await expect(eventTail(contextOf(), { after: 'nonsense' })).rejects.toMatchObject({ code: 'invalid' })
    await expect(tail({ limit: 101 })).rejects.toMatchObject({ code: 'invalid', path: ['limit'] })
  })

  const secrets = ['kai@', 'kai%40', 'june@', 'example.com', 'Secretville', 'Website']
  test.each(roles)('shows %s e-mails and traits exactly if the role says so', async (role) => {
    const answers = [await eventTail(made.contextOf(role), {}), await eventCatalog(made.contextOf(role), {})]
    const told = secrets.filter((secret) => JSON.stringify(answers).includes(secret))
    expect(told).toEqual(role === 'viewer' ? [] : secrets)
  })

  test('leaves to a viewer everything that is nobody’s', async () => {
    const { items, masked } = await eventTail(made.contextOf('viewer'), {})
    expect(masked).toBe(true)
    expect(items.at(-1)).toMatchObject({ personId: 'u1', properties: { to: ['k•••@e•••'], n: 1 } })
    expect(items[2]).toMatchObject({ personId: 'j•••@e•••', properties: null })
  })

  test('is empty in another workspace', async () => {
    const other = await newWorkspace()
    expect(await eventTail(other.contextOf(), {})).toEqual({ items: [], cursor: null, masked: false })
  })
})
