import { expect, test } from 'vitest'
import { warehouse } from '@/lib/warehouse/client'
import { insertRows } from '@/lib/warehouse/insert-rows'
import type { EngagementDocumentInput } from '@/lib/scoring/engagement/document'
import { createModel, publishModel } from '@/lib/models/operations'
import { listScores } from '../operations'
import { scoreRun } from '../score-run'
import { NOW, ask, modelDocument, newWorkspace, storeEvents, storeMerges, storeTraits } from '../testing'

const daysAgo = (days: number) => NOW.getTime() - days * 86_400_000

async function run(
  workspace: Awaited<ReturnType<typeof newWorkspace>>,
  rest: Partial<EngagementDocumentInput>,
) {
  const { contextOf } = workspace
  const document = JSON.parse(JSON.stringify(modelDocument(rest)))
  const { id } = await createModel(contextOf(), { document })
  const { runId } = await publishModel(contextOf(), { id })
  await scoreRun({ runId })
  const { items } = await listScores(contextOf(), { id, state: 'all' })
  return { runId, of: new Map(items.map((item) => [item.personId, item])) }
}

test('names of events are matched to the letter, whatever is in them', async () => {
  const names = [
    `O'Brien`,
    'back\\slash',
    '"quoted"',
    'tab\tline\nend',
    '{a:String}',
    'ünï 😀',
    ' padded ',
    '%',
    "'); --",
  ]
  const workspace = await newWorkspace()
  const done = names.map((name, n) => ({
    workspace: workspace.id,
    identity: `user:${n}`,
    name,
    at: daysAgo(1),
  }))
  await storeEvents([
    ...done,
    { workspace: workspace.id, identity: 'user:other', name: 'padded', at: daysAgo(1) },
  ])
  const behaviors = names.map((event, n) => ({ key: `b${n}`, match: { events: [event] }, weight: n + 0.1 }))
  const { of } = await run(workspace, { behaviors })
  expect(names.map((_, n) => of.get(String(n))?.raw)).toEqual(names.map((_, n) => n + 0.1))
  expect(of.get('other')?.raw).toBe(0)
})

test('a model of very many names is counted', async () => {
  const workspace = await newWorkspace()
  await storeEvents([
    { workspace: workspace.id, identity: 'user:a', name: `${'e'.repeat(60)}49-29`, at: daysAgo(1) },
  ])
  const behaviors = Array.from({ length: 50 }, (_, j) => ({
    key: `b${j}`,
    match: { events: Array.from({ length: 30 }, (_, e) => `${'e'.repeat(60)}${j}-${e}`) },
    measure: { type: (['count', 'days', 'once'] as const)[j % 3] ?? 'count' },
    cap: 1 / 3,
    weight: 1 + j,
  }))
  const excludeEmailDomains = Array.from({ length: 1000 }, (_, n) => `domain-${n}.example`)
  const { of } = await run(workspace, { behaviors, population: { excludeEmailDomains } })
  expect(of.get('a')?.raw).toBeCloseTo(50 / 3, 9)
})

test('a trait createdAt is an ISO instant, a day or an epoch; what is none of them is passed over', async () => {
  const established = ['2026-01-01T00:00:00+01:00', '2026-01-01', 1_767_225_600, 1_767_225_600_000]
  const later = ['2026-06-14T23:00:00Z', '2030-01-01T00:00:00Z']
  const none = [null, 'yesterday', '', '99999999999999999999', 1e300, -5, true, { at: 1 }]
  const workspace = await newWorkspace()
  const of = { workspace: workspace.id }
  const values = [...established, ...later, ...none]
  await storeEvents(values.map((_, n) => ({ ...of, identity: `user:${n}`, name: 'login', at: daysAgo(2) })))
  await storeTraits(values.map((value, n) => ({ ...of, identity: `user:${n}`, key: 'createdAt', value })))
  const { of: people } = await run(workspace, {})
  expect(values.map((_, n) => people.get(String(n))?.stage)).toEqual(
    values.map((_, n) => (n < established.length ? 'established' : 'new')),
  )
})

test('a score carries the account joined last, and an event about nobody is nobody', async () => {
  const workspace = await newWorkspace()
  await storeEvents([{ workspace: workspace.id, identity: 'user:a', name: 'login', at: daysAgo(2) }])
  const [{ person_id } = { person_id: '0' }] = await ask<{ person_id: string }>(
    'SELECT person_id FROM identities WHERE workspace_id = {id:UUID}',
    { id: workspace.id },
  )
  const joined = (account_id: string, days: number) => ({
    workspace_id: workspace.id,
    person_id,
    account_id,
    joined_at: new Date(daysAgo(days)).toISOString(),
  })
  await insertRows('person_accounts', [joined('newest', 1), joined('z-oldest', 9)])
  await warehouse().command({
    query: `INSERT INTO events (workspace_id, person_id, occurred_at, event_id, kind, name)
      VALUES ({id:UUID}, 0, {at:DateTime64(3, 'UTC')}, 'x', 'track', 'login')`,
    query_params: { id: workspace.id, at: new Date(daysAgo(1)) },
  })
  const { runId } = await run(workspace, {})
  const rows = await ask('SELECT account_id FROM scores WHERE run_id = {runId:UUID}', { runId })
  expect(rows).toEqual([{ account_id: 'newest' }])
})

test('properties are read by their very name and compared by type, whatever is in them', async () => {
  const odd = `it's "odd"\\n {a:String}`
  const workspace = await newWorkspace()
  const did = (user: string, properties: Record<string, unknown>) => ({
    workspace: workspace.id,
    identity: `user:${user}`,
    name: 'buy',
    at: daysAgo(1),
    properties,
  })
  await storeEvents([
    did('text', { [odd]: '3' }),
    did('number', { [odd]: 3 }),
    did('huge', { [odd]: 3, id: 123456789012345678901234, ids: [1e20, 2e20] }),
    did('null', { [odd]: null }),
    did('nested', { nested: { [odd]: 3 } }),
    did('absent', {}),
  ])
  const where = (op: 'eq' | 'ne', value: string | number) => [{ property: odd, op, value }]
  const { of } = await run(workspace, {
    behaviors: [
      { key: 'is', match: { any: [{ event: 'buy', where: where('eq', 3) }] }, weight: 1 },
      { key: 'is-not', match: { any: [{ event: '*', where: where('ne', 3) }] }, weight: 10 },
      {
        key: 'exists',
        match: { any: [{ event: 'buy', where: [{ property: odd, op: 'exists' }] }] },
        weight: 100,
      },
      { key: 'sum', match: { events: ['buy'] }, measure: { type: 'sum', property: odd }, weight: 1000 },
    ],
  })
  const raws = ['text', 'number', 'huge', 'null', 'nested', 'absent'].map((user) => of.get(user)?.raw)
  expect(raws).toEqual([110, 3101, 3101, 0, 0, 0])
})

test('of traits the newest over all that was merged counts, and consent comes before all else', async () => {
  const workspace = await newWorkspace()
  const of = { workspace: workspace.id }
  const users = ['newest', 'older', 'equal', 'removed', 'refused']
  await storeEvents(users.map((user) => ({ ...of, identity: `user:${user}`, name: 'login', at: daysAgo(1) })))
  await storeMerges(users.map((user) => ({ ...of, from: `anon:${user}`, to: `user:${user}` })))
  const set = (identity: string, value: unknown, days: number, key = 'plan') => ({
    ...of,
    identity,
    key,
    value,
    at: new Date(daysAgo(days)),
  })
  await storeTraits([
    set('user:newest', 'pro', 5),
    set('anon:newest', 'internal', 4),
    set('user:older', 'pro', 4),
    set('anon:older', 'internal', 5),
    set('user:equal', 'pro', 5),
    set('anon:equal', 'internal', 5),
    set('user:removed', 'internal', 5),
    set('anon:removed', null, 4),
    set('user:refused', 'internal', 5),
    set('anon:refused', ' Denied\u00a0', 5, 'consent'),
  ])
  const { of: people } = await run(workspace, {
    population: { exclude: { property: 'plan', op: 'eq', value: 'internal' } },
  })
  expect(users.map((user) => people.get(user)?.state)).toEqual([
    'excluded',
    'scored',
    'scored',
    'scored',
    'unknown',
  ])
})

test('a window of years counts its days one by one', async () => {
  const workspace = await newWorkspace()
  const days = Array.from({ length: 500 }, (_, day) => day + 1)
  await storeEvents(
    [...days, ...days].map((day) => ({
      workspace: workspace.id,
      identity: 'user:a',
      name: 'login',
      at: daysAgo(day),
    })),
  )
  const counted = async (window: number) => {
    const behaviors = [
      { key: 'login', match: { events: ['login'] }, measure: { type: 'days' as const }, weight: 1 },
    ]
    return (await run(workspace, { window: { days: window }, behaviors })).of.get('a')?.raw
  }
  expect(await counted(30)).toBe(30)
  expect(await counted(100)).toBe(100)
  expect(await counted(450)).toBe(450)
})
