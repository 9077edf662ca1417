import { expect, test } from 'vitest'
import { listMovers } from './operations'
import { moversOutput } from './over-time-schema'
import { newWorkspace, storeMerges, storeTraits } from './testing'
import { type Stored, monday, storeModel, storeSnapshot } from './testing-snapshots'

const people = (scores: Record<string, number>, more: Record<string, Partial<Stored>> = {}): Stored[] =>
  Object.entries(scores).map(([id, score]) => ({ identity: `user:${id}`, score, ...more[id] }))

/** Four weeks apart: ada rises by 60, ben falls by 70, cleo stays, dan was not scored before, eva is not any more. */
async function fourWeeks() {
  const workspace = await newWorkspace()
  const model = await storeModel(workspace.id)
  await storeSnapshot({ ...model, asOf: monday(4), people: people({ ada: 25, ben: 90, cleo: 50, eva: 99 }) })
  const after = people(
    { ada: 85, ben: 20, cleo: 50, dan: 100 },
    { ada: { account: 'acme' }, ben: { stage: 'new' } },
  )
  await storeSnapshot({
    ...model,
    asOf: monday(0),
    people: [...after, { identity: 'user:eva', state: 'dormant' }],
  })
  return { ...workspace, ...model }
}

test('the largest change comes first, of those with a score on both dates', async () => {
  const { contextOf, modelId } = await fourWeeks()
  const found = moversOutput.parse(await listMovers(contextOf(), { id: modelId }))
  expect(found).toMatchObject({
    version: 1,
    reference: 'rolling',
    from: monday(4),
    to: monday(0),
    n: 3,
    items: [
      {
        personId: 'ben',
        before: 90,
        after: 20,
        change: -70,
        tierBefore: 'power',
        tierAfter: 'regular',
        stageBefore: 'established',
        stageAfter: 'new',
      },
      { personId: 'ada', account: 'acme', change: 60, tierBefore: 'regular', tierAfter: 'power' },
    ],
  })
  expect(found.items).toHaveLength(2)
})

test('up and down are those who went that way, and a limit cuts the list, not the count', async () => {
  const { contextOf, modelId } = await fourWeeks()
  const ids = async (direction: 'up' | 'down' | 'both', limit = 8) => {
    const { items, n } = await listMovers(contextOf(), { id: modelId, direction, limit })
    return [items.map(({ personId }) => personId), n]
  }
  expect(await ids('up')).toEqual([['ada'], 3])
  expect(await ids('down')).toEqual([['ben'], 3])
  expect(await ids('both', 1)).toEqual([['ben'], 3])
})

test('the weeks before are told up to the last one, with gaps where there was no score', async () => {
  const { contextOf, modelId, ...model } = await fourWeeks()
  for (let week = 1; week < 20; week++) {
    if (week === 4) continue
    const scores: Record<string, number> = week === 2 ? { ada: 60 } : { ada: 30, ben: week === 1 ? 40 : 90 }
    await storeSnapshot({
      workspaceId: model.workspaceId,
      versionId: model.versionId,
      modelId,
      asOf: monday(week),
      people: people(scores),
    })
  }
  const { weeks, items } = await listMovers(contextOf(), { id: modelId })
  expect(weeks).toEqual(Array.from({ length: 12 }, (_, index) => monday(11 - index)))
  const history = (id: string) => items.find(({ personId }) => personId === id)?.history
  expect(history('ben')).toEqual([90, 90, 90, 90, 90, 90, 90, 90, 90, null, 40, 20])
  expect(history('ada')).toEqual([30, 30, 30, 30, 30, 30, 30, 25, 30, 60, 30, 85])
})

test('somebody merged in between is one person, compared with the score of who they were', async () => {
  const { id, contextOf } = await newWorkspace()
  const model = await storeModel(id)
  await storeSnapshot({
    ...model,
    asOf: monday(4),
    people: [
      { identity: 'anon:1', score: 10 },
      { identity: 'anon:2', score: 60 },
      { identity: 'user:kim', score: 70 },
    ],
  })
  await storeSnapshot({
    ...model,
    asOf: monday(0),
    people: [
      { identity: 'user:leo', score: 90 },
      { identity: 'user:kim', score: 75 },
    ],
  })
  await storeMerges([
    { workspace: id, from: 'anon:1', to: 'user:leo' },
    { workspace: id, from: 'anon:2', to: 'user:kim' },
  ])
  const { n, items } = await listMovers(contextOf(), { id: model.modelId })
  expect(n).toBe(2)
  expect(items).toMatchObject([
    { personId: 'leo', before: 10, after: 90, tierBefore: 'at-risk', history: [10, 90] },
    { personId: 'kim', before: 70, after: 75 },
  ])
})

test('a viewer sees movers without their e-mails, names and accounts that hold one', async () => {
  const { id, contextOf } = await newWorkspace()
  const model = await storeModel(id)
  const who = (score: number): Stored[] => [
    { identity: 'user:june@example.com', score, account: 'acme@example.com' },
  ]
  await storeSnapshot({ ...model, asOf: monday(4), people: who(10) })
  await storeSnapshot({ ...model, asOf: monday(0), people: who(90) })
  await storeTraits([{ workspace: id, identity: 'user:june@example.com', key: 'name', value: 'June May' }])
  const { items } = await listMovers(contextOf('viewer'), { id: model.modelId })
  expect(items).toMatchObject([{ personId: 'j•••@e•••', name: null, account: 'a•••@e•••', change: 80 }])
  expect(JSON.stringify(items)).not.toContain('example')
})

test('without earlier scores nobody moved; an instant that was asked for and has none is said', async () => {
  const { id, contextOf } = await newWorkspace()
  const model = await storeModel(id)
  await storeSnapshot({ ...model, asOf: monday(0), people: people({ ada: 10 }) })
  expect(await listMovers(contextOf(), { id: model.modelId })).toMatchObject({
    from: null,
    n: null,
    items: [],
  })
  const asked = { id: model.modelId, from: '2026-05-18' }
  await expect(listMovers(contextOf(), asked)).rejects.toMatchObject({ code: 'not_found' })
  const itself = { id: model.modelId, from: '2026-06-15', to: '2026-06-15' }
  await expect(listMovers(contextOf(), itself)).rejects.toMatchObject({ code: 'invalid', path: ['from'] })
})
