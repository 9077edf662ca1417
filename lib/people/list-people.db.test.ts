import { beforeAll, describe, expect, test } from 'vitest'
import { startRun } from '@/lib/models/operations'
import { scoreRun } from '@/lib/engagement/score-run'
import { NOW, newWorkspace, storeEvents, storeMerges } from '@/lib/engagement/testing'
import { listPeople } from './operations'
import type { PeoplePage, PersonRow } from './schema'
import { arriveLate, makePeople } from './testing'

type Made = Awaited<ReturnType<typeof makePeople>>

const ids = ({ items }: Pick<PeoplePage, 'items'>) => items.map(({ personId }) => personId)
const all = ['anon:visitor', 'email:kai@example.com', 'june@example.com', 'u1', 'u2', 'u3', 'u4', 'u5']

describe('before the first run', () => {
  let made: Made
  beforeAll(async () => {
    made = await makePeople()
  })

  test('everybody is listed once, not scored yet', async () => {
    const page = await listPeople(made.contextOf(), {})
    expect(ids(page).sort()).toEqual(all)
    expect(page.total).toBe(8)
    expect(page.scores).toBeNull()
    expect(new Set(page.items.map(({ state }) => state))).toEqual(new Set(['not-scored']))
    const u1 = page.items.find(({ personId }) => personId === 'u1')
    expect(u1).toMatchObject({ email: 'ada@example.com', name: 'Ada Lovelace', score: null, asOf: null })
    expect(u1?.lastActivity).toEqual(new Date(NOW.getTime() - 86_400_000))
  })

  test('an account narrows the list, a tier empties it', async () => {
    expect(ids(await listPeople(made.contextOf(), { account: 'acme' }))).toEqual(['u5'])
    expect(ids(await listPeople(made.contextOf(), { tier: 'power' }))).toEqual([])
    expect(ids(await listPeople(made.contextOf(), { state: 'not-scored', search: 'U2' }))).toEqual(['u2'])
  })
})

describe('with scores', () => {
  let made: Made
  beforeAll(async () => {
    made = await makePeople()
    await made.score()
  })
  const list = (input: Parameters<typeof listPeople>[1] = {}) => listPeople(made.contextOf(), input)

  test('people stand by score, highest first, and people without one come last', async () => {
    const page = await list()
    expect(ids(page)).toEqual([
      'u1',
      'anon:visitor',
      'june@example.com',
      'u5',
      'u4',
      'u3',
      'u2',
      'email:kai@example.com',
    ])
    expect(page.total).toBe(8)
    expect(page.scores).toMatchObject({ version: 1, asOf: NOW, n: 7 })
    expect(page.items[0]).toEqual({
      personId: 'u1',
      email: 'ada@example.com',
      name: 'Ada Lovelace',
      account: null,
      score: (100 * 6.5) / 7,
      raw: 9,
      tier: 'power',
      stage: expect.any(String),
      state: 'scored',
      lastActivity: new Date(NOW.getTime() - 86_400_000),
      asOf: NOW,
      version: 1,
    } satisfies PersonRow)
    expect(page.items.at(-1)).toMatchObject({ state: 'not-yet-seen', score: null, lastActivity: null })
  })

  test('every order can be turned round; who has no value stays last', async () => {
    const up = ids(await list({ order: 'asc' }))
    expect(up).toEqual([
      ...ids(await list())
        .slice(0, 7)
        .reverse(),
      'email:kai@example.com',
    ])
    expect(ids(await list({ sort: 'raw' }))).toEqual(ids(await list()))
    expect(ids(await list({ sort: 'lastActivity' })).at(-1)).toBe('email:kai@example.com')
    const byId = ['june@example.com', 'email:kai@example.com', 'u1', 'u2', 'u3', 'u4', 'u5', 'anon:visitor']
    expect(ids(await list({ sort: 'person' }))).toEqual(byId)
    expect(ids(await list({ sort: 'person', order: 'desc' }))).toEqual([...byId].reverse())
  })

  test('tier, stage, state and account narrow the list and its count', async () => {
    const power = await list({ tier: 'power' })
    expect(ids(power)).toEqual(['u1'])
    expect(power.total).toBe(1)
    expect(ids(await list({ state: 'not-yet-seen' }))).toEqual(['email:kai@example.com'])
    expect(ids(await list({ state: 'dormant' }))).toEqual([])
    expect((await list({ state: 'scored' })).total).toBe(7)
    expect((await list({ stage: 'no such' })).total).toBe(0)
    expect(ids(await list({ account: 'acme' }))).toEqual(['u5'])
    expect(ids(await list({ tier: `' OR 1 = 1 --` }))).toEqual([])
  })

  test('a search finds part of an id, an e-mail or a name, whatever its case, also of a merged identity', async () => {
    expect(ids(await list({ search: 'U3' }))).toEqual(['u3'])
    expect(ids(await list({ search: 'ADA@' }))).toEqual(['u1'])
    expect(ids(await list({ search: 'love' }))).toEqual(['u1'])
    expect(ids(await list({ search: 'early' }))).toEqual(['u1'])
    expect(ids(await list({ search: 'kai' }))).toEqual(['email:kai@example.com'])
    expect((await list({ search: 'example.com' })).total).toBe(3)
    expect(ids(await list({ search: 'example.com', tier: 'power' }))).toEqual(['u1'])
    expect(ids(await list({ search: 'example.com', sort: 'person' }))).toEqual([
      'june@example.com',
      'email:kai@example.com',
      'u1',
    ])
    for (const none of ['user:', 'anon:', `'`, '"', '%', '_', '\\'])
      expect([none, ids(await list({ search: none }))]).toEqual([none, []])
  })

  test.each(['score', 'raw', 'lastActivity', 'person'] as const)(
    'pages by %s follow each other without a gap or an overlap, in both directions',
    async (sort) => {
      for (const order of ['asc', 'desc'] as const) {
        const whole = await list({ sort, order })
        const found: string[] = []
        let cursor: string | undefined
        do {
          const page = await list({ sort, order, limit: 3, cursor })
          expect(page.total).toBe(cursor ? null : 8)
          found.push(...ids(page))
          cursor = page.nextCursor ?? undefined
        } while (cursor)
        expect(found).toEqual(ids(whole))
      }
    },
  )

  test('a cursor is only good for its own order, and nothing can be read from it', async () => {
    const { nextCursor } = await list({ sort: 'person', limit: 1 })
    const cursor = nextCursor ?? ''
    expect(Buffer.from(cursor, 'base64url').toString('latin1')).not.toContain('june')
    await expect(list({ sort: 'person', order: 'desc', cursor })).rejects.toMatchObject({ code: 'invalid' })
    await expect(list({ sort: 'score', cursor })).rejects.toMatchObject({ code: 'invalid' })
    await expect(list({ cursor: 'nonsense' })).rejects.toMatchObject({ code: 'invalid', path: ['cursor'] })
  })

  test('another workspace sees none of them, whatever it asks for', async () => {
    const other = await newWorkspace()
    expect(await listPeople(other.contextOf(), {})).toMatchObject({ items: [], total: 0, scores: null })
    expect(ids(await listPeople(other.contextOf(), { search: 'u' }))).toEqual([])
    const model = (await list()).scores?.model.id
    await expect(listPeople(other.contextOf(), { model })).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('after a run', () => {
  test('newcomers are listed last, not scored yet, and are found', async () => {
    const made = await makePeople()
    await made.score()
    await arriveLate(made.id, ['user:late', 'user:u2'])
    const page = await listPeople(made.contextOf(), {})
    expect(page.total).toBe(9)
    expect(ids(page)).toHaveLength(9)
    expect(ids(page).slice(-2).sort()).toEqual(['email:kai@example.com', 'late'])
    expect(ids(await listPeople(made.contextOf(), { state: 'not-scored' }))).toEqual(['late'])
    expect(ids(await listPeople(made.contextOf(), { search: 'lat' }))).toEqual(['late'])
    expect(ids(await listPeople(made.contextOf(), { tier: 'power' }))).toEqual(['u1'])
  })

  test('somebody merged since appears once, under the new id', async () => {
    const made = await makePeople()
    await made.score()
    const late = new Date(Date.now() + 1000)
    await arriveLate(made.id, ['user:signed-up'])
    await storeMerges([
      { workspace: made.id, from: 'user:u3', to: 'user:u4', at: late },
      { workspace: made.id, from: 'anon:visitor', to: 'user:signed-up', at: late },
    ])
    const page = await listPeople(made.contextOf(), {})
    const left = ['email:kai@example.com', 'june@example.com', 'signed-up', 'u1', 'u2', 'u4', 'u5']
    expect(ids(page).sort()).toEqual(left)
    expect(page.total).toBe(7)
    expect(page.items.find(({ personId }) => personId === 'signed-up')).toMatchObject({
      raw: 7,
      state: 'scored',
    })
    expect(page.items.find(({ personId }) => personId === 'u4')).toMatchObject({ raw: 4 })
    expect(ids(await listPeople(made.contextOf(), { sort: 'person' })).sort()).toEqual(left)
    expect(ids(await listPeople(made.contextOf(), { search: 'visitor' }))).toEqual(['signed-up'])
    expect(ids(await listPeople(made.contextOf(), { search: 'u3' }))).toEqual(['u4'])
  })

  test('a merge that was taken back is one no more', async () => {
    const made = await makePeople()
    await storeMerges([
      { workspace: made.id, from: 'anon:early', to: 'anon:early', at: new Date(NOW.getTime() + 1000) },
    ])
    await made.score()
    expect(ids(await listPeople(made.contextOf(), {})).sort()).toEqual(['anon:early', ...all])
  })

  test('somebody taken out of another since is listed at once, not scored yet', async () => {
    const made = await makePeople()
    await storeMerges([{ workspace: made.id, from: 'user:u3', to: 'user:u4' }])
    await made.score()
    const together = all.filter((id) => id !== 'u3')
    expect(ids(await listPeople(made.contextOf(), {})).sort()).toEqual(together)

    const late = new Date(Date.now() + 1000)
    await storeMerges([
      { workspace: made.id, from: 'user:u3', to: 'user:u3', at: late },
      { workspace: made.id, from: 'anon:early', to: 'anon:early', at: late },
    ])
    const page = await listPeople(made.contextOf(), {})
    expect(ids(page).sort()).toEqual(['anon:early', ...all])
    expect(page.total).toBe(9)
    expect(page.items.find(({ personId }) => personId === 'u3')).toMatchObject({
      state: 'not-scored',
      score: null,
    })
    expect(page.items.find(({ personId }) => personId === 'u4')).toMatchObject({ raw: 7 })
    expect(ids(await listPeople(made.contextOf(), { state: 'not-scored' })).sort()).toEqual([
      'anon:early',
      'u3',
    ])
    expect(ids(await listPeople(made.contextOf(), { search: 'u3' }))).toEqual(['u3'])
    expect(ids(await listPeople(made.contextOf(), { tier: 'power' }))).not.toContain('u3')
  })

  test('somebody whom the run knew, taken apart since, stands there once', async () => {
    const made = await makePeople()
    await made.score()
    const late = new Date(Date.now() + 1000)
    await storeMerges([
      { workspace: made.id, from: 'user:u3', to: 'user:u4', at: late },
      { workspace: made.id, from: 'user:u3', to: 'user:u3', at: new Date(late.getTime() + 1000) },
    ])
    const page = await listPeople(made.contextOf(), {})
    expect(ids(page).sort()).toEqual(all)
    expect(page.items.find(({ personId }) => personId === 'u3')).toMatchObject({ raw: 3, state: 'scored' })
  })

  test('scored again between two pages, the list has to start again', async () => {
    const made = await makePeople()
    const id = await made.score()
    const { nextCursor } = await listPeople(made.contextOf(), { limit: 2 })
    await storeEvents([{ workspace: made.id, identity: 'user:u2', name: 'login', at: NOW.getTime() - 1000 }])
    const run = await startRun(made.contextOf(), { id })
    await scoreRun({ runId: run.id })
    expect((await listPeople(made.contextOf(), { search: 'u2' })).items[0]?.raw).toBe(3)
    await expect(listPeople(made.contextOf(), { limit: 2, cursor: nextCursor ?? '' })).rejects.toMatchObject({
      code: 'conflict',
    })
  })
})
