import { beforeAll, expect, test } from 'vitest'
import { createModel, publishModel, startRun } from '@/lib/models/operations'
import { cancelRun, getDistribution, listScores } from './operations'
import { scoreRun } from './score-run'
import { NOW, modelDocument, newWorkspace, storeEvents, storeIdentities, storeMerges } from './testing'

const daysAgo = (days: number) => NOW.getTime() - days * 86_400_000

/** Ten people with one to ten logins, an e-mail without activity, somebody long gone, an anonymous visitor, a merge. */
async function scored() {
  const { id: workspace, contextOf } = await newWorkspace()
  const done = (identity: string, days: number) => ({ workspace, identity, name: 'login', at: daysAgo(days) })
  await storeEvents([
    ...Array.from({ length: 10 }, (_, n) =>
      Array.from({ length: n + 1 }, () => done(`user:u${n}`, 5)),
    ).flat(),
    done('user:gone', 200),
    done('anon:visitor', 3),
    done('user:ann@example.org', 2),
    done('user:older', 50),
    done('user:newer', 1),
  ])
  await storeIdentities([{ workspace, identity: 'email:reader@example.org' }])
  await storeMerges([{ workspace, from: 'user:newer', to: 'user:older' }])
  const { id } = await createModel(contextOf(), { document: modelDocument() })
  const { runId } = await publishModel(contextOf(), { id })
  await scoreRun({ runId })
  return { contextOf, id, runId }
}

let made: Awaited<ReturnType<typeof scored>>
beforeAll(async () => {
  made = await scored()
})

const ids = (page: { items: { personId: string }[] }) => page.items.map(({ personId }) => personId).sort()
const ten = Array.from({ length: 10 }, (_, n) => `u${n}`)

test('people with a score are listed by the id they are known by, the oldest after a merge', async () => {
  const { contextOf, id } = made
  const page = await listScores(contextOf(), { id })
  expect(ids(page)).toEqual(['ann@example.org', 'anon:visitor', 'older', ...ten].sort())
  expect(page.items.find(({ personId }) => personId === 'older')).toEqual({
    personId: 'older',
    raw: 1,
    score: (100 * (4 / 2)) / 13,
    tier: 'at-risk',
    stage: 'established',
    state: 'scored',
    asOf: NOW,
    version: 1,
  })
})

test('who has no score is listed on request, with nothing in its place', async () => {
  const { contextOf, id } = made
  const dormant = await listScores(contextOf(), { id, state: 'dormant' })
  expect(dormant.items).toEqual([
    {
      personId: 'gone',
      raw: null,
      score: null,
      tier: null,
      stage: null,
      state: 'dormant',
      asOf: NOW,
      version: 1,
    },
  ])
  expect(ids(await listScores(contextOf(), { id, state: 'not-yet-seen' }))).toEqual([
    'email:reader@example.org',
  ])
  expect(ids(await listScores(contextOf(), { id, state: 'all' }))).toHaveLength(15)
})

test('tier, stage and least score narrow the list', async () => {
  const { contextOf, id } = made
  expect(ids(await listScores(contextOf(), { id, tier: 'power' }))).toEqual(['u7', 'u8', 'u9'])
  expect(ids(await listScores(contextOf(), { id, stage: 'established' }))).toEqual(['older'])
  expect(ids(await listScores(contextOf(), { id, minScore: '88' }))).toEqual(['u8', 'u9'])
  expect(ids(await listScores(contextOf(), { id, tier: `' OR 1` }))).toEqual([])
})

test('under the other reference tiers and scores narrow by what they are there', async () => {
  const { contextOf, id } = made
  // The reference is of the same instant, so the same people are there.
  const frozen = { id, reference: 'frozen' } as const
  expect(await listScores(contextOf(), frozen)).toEqual(
    await listScores(contextOf(), { id, reference: 'rolling' }),
  )
  expect(ids(await listScores(contextOf(), { ...frozen, tier: 'power', minScore: 85 }))).toEqual(['u8', 'u9'])
})

test('pages follow each other without a gap or an overlap', async () => {
  const { contextOf, id } = made
  const found: string[] = []
  let cursor: string | undefined
  do {
    const page = await listScores(contextOf(), { id, limit: 4, cursor })
    found.push(...ids(page))
    cursor = page.nextCursor ?? undefined
  } while (cursor)
  expect(found.sort()).toEqual(ids(await listScores(contextOf(), { id })))
})

test('viewers see no e-mail in an id', async () => {
  const { contextOf, id } = made
  const seen = ids(await listScores(contextOf('viewer'), { id, state: 'all' }))
  expect(seen.filter((one) => one.includes('@'))).toEqual(['a•••@e•••', 'email:r•••@e•••'])
  expect(ids(await listScores(contextOf('success'), { id, state: 'all' }))).toContain('ann@example.org')
})

test('an instant or version without scores is not found', async () => {
  const { contextOf, id } = made
  const absent = (field: string) => ({ code: 'not_found', path: [field] })
  expect(ids(await listScores(contextOf(), { id, asOf: NOW.toISOString(), version: 1 }))).toHaveLength(13)
  await expect(listScores(contextOf(), { id, asOf: '2026-06-01' })).rejects.toMatchObject(absent('asOf'))
  await expect(getDistribution(contextOf(), { id, version: 2 })).rejects.toMatchObject(absent('version'))
  const stranger = (await newWorkspace()).contextOf('owner')
  await expect(listScores(stranger, { id })).rejects.toMatchObject({ code: 'not_found' })
})

test('the distribution is the stored summary with the tiers of its version', async () => {
  const { contextOf, id } = made
  const found = await getDistribution(contextOf('viewer'), { id })
  expect(found).toMatchObject({
    n: 13,
    version: 1,
    zeros: 0,
    asOf: NOW,
    states: { scored: 13, dormant: 1, 'not-yet-seen': 1, excluded: 0 },
    tiers: [
      { key: 'at-risk', name: 'At-risk', from: 0, people: 4 },
      { key: 'regular', people: 6 },
      { key: 'power', people: 3 },
    ],
  })
  expect(found.bins.reduce((sum, people) => sum + people, 0)).toBe(13)
})

test('a cursor goes on in the scores it began in, also where newer ones are there', async () => {
  const { contextOf, id } = await scored()
  const first = await listScores(contextOf(), { id, limit: 4 })
  const later = contextOf('editor', new Date(NOW.getTime() + 86_400_000))
  const { id: newer } = await startRun(later, { id, asOf: '2026-06-16T00:00:00Z' })
  await scoreRun({ runId: newer })
  const rest = await listScores(contextOf(), { id, limit: 100, cursor: first.nextCursor ?? '' })
  expect(rest.items.every(({ asOf }) => asOf.getTime() === NOW.getTime())).toBe(true)
  expect(ids({ items: [...first.items, ...rest.items] })).toHaveLength(13)
  const stranger = (await newWorkspace()).contextOf('owner')
  await expect(listScores(stranger, { id, cursor: first.nextCursor ?? '' })).rejects.toMatchObject({
    code: 'not_found',
  })
})

test('a cursor of scores that were replaced is refused, as is one that is made up', async () => {
  const { contextOf, id } = await scored()
  const { nextCursor } = await listScores(contextOf(), { id, limit: 4 })
  const { id: again } = await startRun(contextOf(), { id, asOf: NOW.toISOString() })
  await scoreRun({ runId: again })
  expect(await cancelRun(contextOf(), { id: again })).toMatchObject({ state: 'done' })
  const stale = listScores(contextOf(), { id, cursor: nextCursor ?? '' })
  await expect(stale).rejects.toMatchObject({ code: 'conflict', path: ['cursor'] })
  await expect(listScores(contextOf(), { id, cursor: 'abc' })).rejects.toMatchObject({ code: 'invalid' })
})
