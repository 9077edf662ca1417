import { beforeAll, describe, expect, test } from 'vitest'
import { storeEvents, storeIdentities, storeMerges, storeTraits } from '@/lib/engagement/testing'
import type { Context } from '@/lib/server/context'
import { db } from '@/lib/server/db'
import { listContacts } from './operations'
import type { ContactRow } from './schema'
import { RATED_AT, daysBefore, ratedWorkspace, storePoint, storeRatings } from './testing-stored-ratings'

type Rated = Awaited<ReturnType<typeof ratedWorkspace>>

let rated: Rated
let owner: Context
let viewer: Context

const email = (name: string) => `email:${name}@example.org`

beforeAll(async () => {
  rated = await ratedWorkspace()
  owner = rated.contextOf('owner')
  viewer = rated.contextOf('viewer')
  await storeRatings(rated, [
    { identity: email('ada'), score: 12.5, lastResponseAt: daysBefore(1), lastActionAt: daysBefore(1) },
    { identity: email('bob'), score: 6, lastResponseAt: daysBefore(2), lastActionAt: daysBefore(2) },
    { identity: email('cleo'), score: 3, lastResponseAt: daysBefore(120), lastActionAt: daysBefore(120) },
    { identity: email('dan'), score: 2, lastAction: 'subscribed', lastActionAt: daysBefore(200) },
    { identity: email('eve'), score: 0.7, bounces: 2, complaints: 1, lastAction: 'complaint' },
    { identity: email('fay'), score: 1.2, unsubscribed: true },
    // Folded again since: the later one holds, whichever came in first.
    { identity: 'user:gus', score: 9.5, foldedAt: daysBefore(0) },
    { identity: 'user:gus', score: 1, foldedAt: daysBefore(1) },
    // Merged into somebody else.
    { identity: email('gone'), score: 0, stars: 0 },
  ])
  await storeIdentities([{ workspace: rated.id, identity: email('gustav') }])
  await storeMerges([{ workspace: rated.id, from: email('gustav'), to: 'user:gus' }])
  await storeTraits([{ workspace: rated.id, identity: 'user:gus', key: 'name', value: 'Gustav Bauer' }])
  await storePoint(rated, daysBefore(30, 12), [
    { identity: email('ada'), score: 12 },
    { identity: email('bob'), score: 4 },
    { identity: email('cleo'), score: 8 },
  ])
  const delivered = { workspace: rated.id, kind: 'action', name: 'delivered' }
  await storeEvents([
    { ...delivered, identity: email('cleo'), at: daysBefore(20).getTime() },
    { ...delivered, identity: email('dan'), at: daysBefore(91).getTime() },
    { ...delivered, identity: email('fay'), at: daysBefore(5).getTime() },
    { ...delivered, identity: email('gustav'), at: daysBefore(5).getTime() },
    { ...delivered, identity: email('ada'), at: daysBefore(5).getTime() },
  ])
})

const ids = (items: readonly ContactRow[]) =>
  items.map(({ personId }) => personId.replace(/^email:|@example.org$/g, ''))
const listed = async (input: Parameters<typeof listContacts>[1], context = owner) =>
  ids((await listContacts(context, input)).items)

describe('the list of contacts', () => {
  test('is everybody by score, the highest first, each once by the newest rating, without who was merged away', async () => {
    const page = await listContacts(owner, {})
    expect(page.items.map(({ personId, score, stars }) => [personId, score, stars])).toEqual([
      ['email:ada@example.org', 12.5, 5],
      ['gus', 9.5, 5],
      ['email:bob@example.org', 6, 4],
      ['email:cleo@example.org', 3, 2],
      ['email:dan@example.org', 2, 2],
      ['email:fay@example.org', 1.2, 1],
      ['email:eve@example.org', 0.7, 1],
    ])
    expect(page).toMatchObject({
      total: 7,
      nextCursor: null,
      ratedBy: { model: { id: rated.model, name: 'Test' }, version: 1, asOf: RATED_AT },
    })
    expect(page.items[6]).toEqual({
      personId: 'email:eve@example.org',
      email: 'eve@example.org',
      name: null,
      score: 0.7,
      stars: 1,
      lastAction: 'complaint',
      lastActionAt: daysBefore(3),
      lastResponseAt: null,
      bounces: 2,
      complaints: 1,
      unsubscribed: false,
      reason: null,
    })
    expect(page.items[1]).toMatchObject({ email: 'gustav@example.org', name: 'Gustav Bauer' })
  })

  test('is narrowed by stars, and the total with it', async () => {
    expect(await listed({ stars: '5' })).toEqual(['ada', 'gus'])
    const two = await listContacts(owner, { stars: '4,1', order: 'asc' })
    expect([ids(two.items), two.total]).toEqual([['eve', 'fay', 'bob'], 3])
  })

  test.each([
    ['score', 'desc', ['ada', 'gus', 'bob', 'cleo', 'dan', 'fay', 'eve']],
    ['score', 'asc', ['eve', 'fay', 'dan', 'cleo', 'bob', 'gus', 'ada']],
    ['email', 'asc', ['ada', 'bob', 'cleo', 'dan', 'eve', 'fay', 'gus']],
    ['email', 'desc', ['gus', 'fay', 'eve', 'dan', 'cleo', 'bob', 'ada']],
  ] as const)('goes by %s, %s, page by page as at once', async (sort, order, expected) => {
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await listContacts(owner, { sort, order, cursor, limit: 2 })
      expect(page.total).toBe(cursor ? null : 7)
      seen.push(...ids(page.items))
      cursor = page.nextCursor ?? undefined
    } while (cursor)
    expect(seen).toEqual(expected)
    expect(await listed({ sort, order })).toEqual(expected)
  })

  test('goes by the last action, those of one instant in an order of their own', async () => {
    const all = await listContacts(owner, { sort: 'lastAction' })
    const times = all.items.map(({ lastActionAt }) => lastActionAt.getTime())
    expect(times).toEqual(times.toSorted((a, b) => b - a))
    const first = await listContacts(owner, { sort: 'lastAction', limit: 4 })
    const second = await listContacts(owner, { sort: 'lastAction', limit: 4, cursor: first.nextCursor ?? '' })
    expect([...ids(first.items), ...ids(second.items)]).toEqual(ids(all.items))
  })

  test('puts who has no e-mail last when it goes by it, whichever the direction', async () => {
    const other = await ratedWorkspace()
    await storeRatings(other, [
      { identity: 'user:first', score: 2 },
      { identity: email('zoe'), score: 2 },
      { identity: 'user:second', score: 2 },
      { identity: email('amy'), score: 2 },
    ])
    for (const [order, expected] of [
      ['asc', ['amy', 'zoe']],
      ['desc', ['zoe', 'amy']],
    ] as const) {
      const seen: string[] = []
      let cursor: string | undefined
      do {
        const page = await listContacts(other.contextOf('owner'), { sort: 'email', order, cursor, limit: 1 })
        seen.push(...ids(page.items))
        cursor = page.nextCursor ?? undefined
      } while (cursor)
      expect(seen.slice(0, 2)).toEqual(expected)
      expect(seen.slice(2).sort()).toEqual(['first', 'second'])
    }
  })

  test('finds by a part of an e-mail, an id or a name, also by an address that was merged into somebody', async () => {
    expect(await listed({ search: 'CLEO@' })).toEqual(['cleo'])
    expect(await listed({ search: 'gustav@example' })).toEqual(['gus'])
    expect(await listed({ search: 'bauer' })).toEqual(['gus'])
    expect(await listed({ search: 'nobody' })).toEqual([])
    expect(await listed({ search: 'example.org', stars: '1' })).toEqual(['fay', 'eve'])
  })
})

describe('a list worth acting on', () => {
  const reasons = async (list: 'loyal') =>
    (await listContacts(owner, { list })).items.map(({ personId, reason }) => [
      personId.replace(/^email:|@example.org$/g, ''),
      reason,
    ])

  test.each([
    [
      'loyal',
      [
        ['ada', '5★: a score above 9'],
        ['gus', '5★: a score above 9'],
      ],
    ],
    [
      'risen',
      [
        ['gus', 'No contact yet on 16 May 2026, 5★ now'],
        ['bob', '3★ on 16 May 2026, 4★ now'],
      ],
    ],
    [
      're-engage',
      [
        ['cleo', '2★, last response 15 Feb 2026'],
        ['dan', '2★, never responded'],
      ],
    ],
    ['remove', [['eve', '1★ with 2 bounces and 1 complaint']]],
  ] as const)('%s: who, and why', async (list, expected) => {
    expect(await reasons(list as 'loyal')).toEqual(expected)
  })

  test('dormant: known and sent mail for 90 days without a response, by whatever address it was sent', async () => {
    expect(await reasons('dormant' as 'loyal')).toEqual([
      ['gus', 'Sent mail, but never responded'],
      ['cleo', 'Sent mail, but last response 15 Feb 2026'],
    ])
  })

  test('top: so many of the highest, a hundred unless another number is asked for, without further pages', async () => {
    const page = await listContacts(owner, { list: 'top', limit: 3 })
    expect(page).toMatchObject({ total: 3, nextCursor: null })
    expect(page.items.map(({ reason }) => reason)).toEqual([
      'Number 1 by score',
      'Number 2 by score',
      'Number 3 by score',
    ])
    expect(await listed({ list: 'top', limit: 3, sort: 'email', order: 'desc' })).toEqual([
      'gus',
      'bob',
      'ada',
    ])
    expect((await listContacts(owner, { list: 'top' })).total).toBe(7)
  })

  test('is narrowed further by stars and search', async () => {
    expect(await listed({ list: 'risen', stars: '4' })).toEqual(['bob'])
    expect(await listed({ list: 'loyal', search: 'ada' })).toEqual(['ada'])
  })

  test('tells nobody risen where there are no ratings of then', async () => {
    const other = await ratedWorkspace()
    await storeRatings(other, [{ identity: email('new'), score: 20 }])
    expect(await listed({ list: 'risen' }, other.contextOf('owner'))).toEqual([])
  })
})

describe('what may be seen', () => {
  test('a viewer is not told how many an owner has just found by an e-mail, nor the other way round', async () => {
    const totals = async (search: string) =>
      Promise.all([owner, viewer].map(async (who) => (await listContacts(who, { search })).total))
    expect(await totals('bob@example.org')).toEqual([1, 0])
    const { total } = await listContacts(viewer, { search: 'cleo@example.org' })
    expect([total, (await listContacts(owner, { search: 'cleo@example.org' })).total]).toEqual([0, 1])
  })

  test('a viewer sees no e-mail and no name, finds by none, and cannot tell their order', async () => {
    const page = await listContacts(viewer, {})
    expect(JSON.stringify(page)).not.toMatch(/ada@|example|Bauer/)
    expect(page.items[0]).toMatchObject({ personId: 'email:a•••@e•••', email: 'a•••@e•••', name: null })
    expect(await listed({ search: 'ada' }, viewer)).toEqual([])
    expect(await listed({ search: 'gus' }, viewer)).toEqual(['gus'])
    const [up, down] = await Promise.all([
      listed({ sort: 'email', order: 'asc' }, viewer),
      listed({ sort: 'email', order: 'desc' }, viewer),
    ])
    expect(up).toEqual(down)
  })
})

describe('it is refused', () => {
  test('while everybody is being rated: `rebuilding`, with how far it is', async () => {
    const other = await ratedWorkspace({ state: 'running', progress: 0.427 })
    await expect(listContacts(other.contextOf('owner'), {})).rejects.toMatchObject({
      code: 'rebuilding',
      status: 409,
      message: 'Contacts are being rated under version 1: 42% done.',
    })
  })

  test('without a published contact model, and for one that is not there', async () => {
    const { id } = await db().workspace.create({ data: { slug: `none-${rated.id}`, name: 'None' } })
    const context = { ...owner, workspace: { ...owner.workspace, id: id as never } }
    await expect(listContacts(context, {})).rejects.toMatchObject({ code: 'not_found' })
    await expect(listContacts(context, { model: rated.model })).rejects.toMatchObject({
      code: 'not_found',
      path: ['model'],
    })
  })

  test('for a cursor of another order, of another version, or of nobody', async () => {
    const { nextCursor } = await listContacts(owner, { limit: 1 })
    const cursor = nextCursor ?? ''
    await expect(listContacts(owner, { cursor, sort: 'email' })).rejects.toMatchObject({ code: 'invalid' })
    for (const filter of [{ stars: '5' }, { list: 'top' }, { list: 'loyal' }, { search: 'ada' }] as const)
      await expect(listContacts(owner, { cursor, ...filter })).rejects.toMatchObject({
        code: 'invalid',
        path: ['cursor'],
      })
    await expect(listContacts(owner, { cursor: 'made-up' })).rejects.toMatchObject({ code: 'invalid' })
    const other = await ratedWorkspace()
    await expect(listContacts(other.contextOf('owner'), { cursor })).rejects.toMatchObject({
      code: 'conflict',
      path: ['cursor'],
    })
  })
})
