import { expect, test } from 'vitest'
import { tiersOverTime } from './operations'
import { tiersOverTimeOutput } from './over-time-schema'
import { newWorkspace } from './testing'
import { type Stored, monday, referenceAsOf, storeModel, storeSnapshot } from './testing-snapshots'

const scores = (...all: [score: number, otherScore?: number][]): Stored[] =>
  all.map(([score, otherScore], n) => ({ identity: `user:${n}`, score, otherScore }))

async function aYear() {
  const workspace = await newWorkspace()
  const model = await storeModel(workspace.id)
  const at = (asOf: Date, people: Stored[], scheduled = true) =>
    storeSnapshot({ ...model, asOf, people, scheduled })
  await at(monday(53), scores([10, 10]))
  await at(monday(52), scores([10, 90]))
  await at(monday(1), [...scores([10, 90], [90, 10]), { identity: 'user:d', state: 'dormant' }])
  await at(new Date(monday(1).getTime() + 86_400_000), scores([50, 50]))
  await at(new Date(monday(1).getTime() + 3_600_000), scores([50, 50]), false)
  await at(monday(0), scores([90, 50], [90, 90], [10, 10], [50, 50]))
  return { ...workspace, ...model }
}

test('a year of Mondays, placed under the frozen reference, with people, shares and states', async () => {
  const { contextOf, modelId } = await aYear()
  const found = tiersOverTimeOutput.parse(await tiersOverTime(contextOf('viewer'), { id: modelId }))
  expect(found).toMatchObject({ version: 1, reference: 'frozen', referenceAsOf })
  expect(found.tiers.map(({ key, from }) => [key, from])).toEqual([
    ['at-risk', 0],
    ['regular', 20],
    ['power', 80],
  ])
  const told = found.points.map(({ asOf, n, tiers }) => [asOf, n, ...tiers.map(({ people }) => people)])
  expect(told).toEqual([
    [monday(52), 1, 0, 0, 1],
    [monday(1), 2, 1, 0, 1],
    [monday(0), 4, 1, 2, 1],
  ])
  expect(found.points[2]?.tiers[1]).toEqual({ key: 'regular', people: 2, share: 0.5 })
  expect(found.points[1]?.states).toMatchObject({ scored: 2, dormant: 1, grace: 0 })
})

test('under the rolling reference the same weeks are placed among their own people', async () => {
  const { contextOf, modelId } = await aYear()
  const { points } = await tiersOverTime(contextOf(), { id: modelId, reference: 'rolling' })
  expect(points.map(({ tiers }) => tiers.map(({ people }) => people))).toEqual([
    [1, 0, 0],
    [1, 0, 1],
    [1, 1, 2],
  ])
})

test('from and to narrow the weeks', async () => {
  const { contextOf, modelId } = await aYear()
  const { points } = await tiersOverTime(contextOf(), { id: modelId, from: '2025-01-01', to: '2026-06-08' })
  expect(points.map(({ asOf }) => asOf)).toEqual([monday(53), monday(52), monday(1)])
})

test('weeks that were not placed under the reference are left out', async () => {
  const { id, contextOf } = await newWorkspace()
  const model = await storeModel(id)
  await storeSnapshot({ ...model, asOf: monday(0), people: scores([10]) })
  const count = async (reference: 'frozen' | 'rolling') =>
    (await tiersOverTime(contextOf(), { id: model.modelId, reference })).points.length
  expect([await count('frozen'), await count('rolling')]).toEqual([0, 1])
})

test('a model without scores has none to show', async () => {
  const { id, contextOf } = await newWorkspace()
  const { modelId } = await storeModel(id)
  await expect(tiersOverTime(contextOf(), { id: modelId })).rejects.toMatchObject({ code: 'not_found' })
})
