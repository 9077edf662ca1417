import { expect, test } from 'vitest'
import { newWorkspace } from '@/lib/engagement/testing'
import { type Stored, monday, storeModel, storeSnapshot } from '@/lib/engagement/testing-snapshots'
import { joinAccount } from '@/lib/people/testing'
import { insertRows } from '@/lib/warehouse/insert-rows'
import { getAccount, listAccounts } from './operations'
import { type AccountSort, accountDetailsSchema, accountsPageSchema } from './schema'

const seat = (id: string, account: string, score?: number): Stored => ({
  identity: `user:${id}`,
  account,
  ...(score === undefined ? { state: 'dormant' as const } : { score }),
})

async function nameAccount(workspace: string, account: string, traits: Record<string, unknown>, day = 1) {
  const set_at = new Date(Date.UTC(2026, 0, day)).toISOString()
  await insertRows(
    'account_traits',
    Object.entries(traits).map(([key, value]) => ({
      workspace_id: workspace,
      account_id: account,
      key,
      value: JSON.stringify(value),
      set_at,
    })),
  )
}

/** acme: 10, 50, 90, 100 and somebody dormant; bolt: 60; idle: nobody with a score; empty: nobody at all. */
async function fourAccounts() {
  const workspace = await newWorkspace()
  const model = await storeModel(workspace.id)
  const people = [
    seat('a', 'acme', 10),
    seat('b', 'acme', 50),
    seat('c', 'acme', 90),
    seat('d', 'acme', 100),
    seat('e', 'acme'),
    seat('f', 'bolt@example.com', 60),
    seat('g', 'idle'),
    { identity: 'user:alone', score: 5 },
  ]
  await storeSnapshot({ ...model, asOf: monday(0), people })
  for (const { identity, account } of people) if (account) await joinAccount(workspace.id, identity, account)
  await nameAccount(workspace.id, 'acme', { name: 'Old name', plan: 'pro' }, 1)
  await nameAccount(workspace.id, 'acme', { name: 'Acme, Inc.' }, 2)
  await nameAccount(workspace.id, 'empty', { name: 'Empty' })
  return { ...workspace, ...model }
}

test('an account rolls its people up: mean, median, sum, the best three, share of seats in the top tier', async () => {
  const { contextOf } = await fourAccounts()
  const { items, scores } = accountsPageSchema.parse(await listAccounts(contextOf(), {}))
  expect(scores).toMatchObject({ version: 1, asOf: monday(0), topTier: 'power' })
  const nobody = { scored: 0, few: true, mean: null, median: null, sum: null, topMean: null, topShare: null }
  expect(items).toEqual([
    {
      accountId: 'acme',
      name: 'Acme, Inc.',
      people: 5,
      scored: 4,
      few: false,
      mean: 62.5,
      median: 70,
      sum: 250,
      topMean: 80,
      topShare: 0.4,
    },
    {
      accountId: 'bolt@example.com',
      name: null,
      people: 1,
      scored: 1,
      few: true,
      mean: 60,
      median: 60,
      sum: 60,
      topMean: 60,
      topShare: 0,
    },
    { accountId: 'empty', name: 'Empty', people: 0, ...nobody },
    { accountId: 'idle', name: null, people: 1, ...nobody },
  ])
})

test('accounts come in any order page by page, each once, those without a score last', async () => {
  const { contextOf } = await fourAccounts()
  const paged = async (sort: AccountSort, order?: 'asc' | 'desc') => {
    const found: string[] = []
    let cursor: string | undefined
    do {
      const page = await listAccounts(contextOf(), { sort, order, limit: 1, cursor })
      found.push(...page.items.map(({ accountId }) => accountId))
      cursor = page.nextCursor ?? undefined
    } while (cursor)
    return found
  }
  expect(await paged('account')).toEqual(['acme', 'bolt@example.com', 'empty', 'idle'])
  expect(await paged('mean', 'asc')).toEqual(['bolt@example.com', 'acme', 'empty', 'idle'])
  expect(await paged('people')).toEqual(['acme', 'bolt@example.com', 'idle', 'empty'])
  expect(await paged('topShare')).toEqual(['acme', 'bolt@example.com', 'empty', 'idle'])
  const { nextCursor } = await listAccounts(contextOf(), { limit: 1 })
  await expect(listAccounts(contextOf(), { sort: 'sum', cursor: nextCursor ?? '' })).rejects.toMatchObject({
    code: 'invalid',
  })
})

test('accounts are found by id and by name', async () => {
  const { contextOf } = await fourAccounts()
  const found = async (search: string, role: 'owner' | 'viewer' = 'owner') =>
    (await listAccounts(contextOf(role), { search })).items.map(({ accountId }) => accountId)
  expect(await found('INC.')).toEqual(['acme'])
  expect(await found('bolt@')).toEqual(['bolt@example.com'])
  expect(await found('bolt@', 'viewer')).toEqual([])
  expect(await found('nobody')).toEqual([])
})

test('one account tells its traits, tiers and states', async () => {
  const { contextOf } = await fourAccounts()
  const acme = accountDetailsSchema.parse(await getAccount(contextOf(), { id: 'acme', topK: 2 }))
  expect(acme).toMatchObject({
    accountId: 'acme',
    name: 'Acme, Inc.',
    topMean: 95,
    traits: { name: 'Acme, Inc.', plan: 'pro' },
    tiers: [
      { key: 'at-risk', people: 1 },
      { key: 'regular', people: 1 },
      { key: 'power', people: 2 },
    ],
    states: { scored: 4, dormant: 1, grace: 0 },
    masked: false,
  })
  await expect(getAccount(contextOf(), { id: 'nobody' })).rejects.toMatchObject({ code: 'not_found' })
})

test('a viewer sees no e-mail in an account, no traits, and cannot ask by one', async () => {
  const { contextOf } = await fourAccounts()
  const { items } = await listAccounts(contextOf('viewer'), {})
  expect(items.map(({ accountId }) => accountId)).toContain('b•••@e•••')
  expect(JSON.stringify(items)).not.toContain('example')
  expect(await getAccount(contextOf('viewer'), { id: 'acme' })).toMatchObject({ traits: {}, masked: true })
  await expect(getAccount(contextOf('viewer'), { id: 'bolt@example.com' })).rejects.toMatchObject({
    code: 'not_found',
  })
})

test('before the first run accounts are known, without scores', async () => {
  const { id, contextOf } = await newWorkspace()
  await joinAccount(id, 'user:a', 'acme')
  expect(await listAccounts(contextOf(), {})).toMatchObject({
    items: [{ accountId: 'acme', people: 0, scored: 0, mean: null }],
    scores: null,
  })
  expect(await getAccount(contextOf(), { id: 'acme' })).toMatchObject({ tiers: [], scores: null })
})
