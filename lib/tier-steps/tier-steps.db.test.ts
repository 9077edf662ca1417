import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { createModel, publishModel } from '@/lib/models/operations'
import { scoreRun } from '@/lib/engagement/score-run'
import { NOW, modelDocument, newWorkspace, storeEvents } from '@/lib/engagement/testing'
import { storeModel, storeSnapshot } from '@/lib/engagement/testing-snapshots'
import { db } from '@/lib/server/db'
import { tierSteps } from './operations'
import { tierStepsOutput } from './schema'

const document = modelDocument({
  behaviors: [
    { key: 'login', name: 'Logged in', match: { events: ['login'] }, weight: 1 },
    { key: 'report', match: { events: ['report'] }, weight: 10 },
    { key: 'visit', match: { events: ['visit'] }, weight: 0 },
    { key: 'off', match: { events: ['open'] }, weight: 5, enabled: false },
  ],
})

/**
 * Twenty people: five who did nothing that weighs (score 0, at risk), ten who logged in once (50, regular) and five with
 * three logins and a report (87.5, power). `visit` weighs nothing, and is done by 1, 4 and 5 of them.
 */
async function twenty() {
  const { id: workspace, contextOf } = await newWorkspace({ lastOccurredAt: NOW })
  const did = (person: string, name: string, times: number) =>
    Array.from({ length: times }, (_, n) => ({
      workspace,
      identity: `user:${person}`,
      name,
      at: NOW.getTime() - (n + 1) * 3_600_000,
    }))
  const range = (n: number) => Array.from({ length: n }, (_, index) => index)
  const visits = { risk: [2], regular: [1, 2, 3, 10], power: [1, 1, 4, 5, 9] }
  await storeEvents([
    ...range(5).flatMap((n) => [
      ...did(`risk-${n}`, 'open', 1),
      ...did(`risk-${n}`, 'visit', visits.risk[n] ?? 0),
    ]),
    ...range(10).flatMap((n) => [
      ...did(`regular-${n}`, 'login', 1),
      ...did(`regular-${n}`, 'visit', visits.regular[n] ?? 0),
    ]),
    ...range(5).flatMap((n) => [
      ...did(`power-${n}`, 'login', 3),
      ...did(`power-${n}`, 'report', 1),
      ...did(`power-${n}`, 'visit', visits.power[n] ?? 0),
    ]),
  ])
  const { id } = await createModel(contextOf(), { document })
  const { runId } = await publishModel(contextOf(), { id })
  await scoreRun({ runId })
  return { id, contextOf }
}

test('every step tells the shares of both tiers, the difference and their intervals', async () => {
  const { id, contextOf } = await twenty()
  const found = tierStepsOutput.parse(await tierSteps(contextOf('viewer'), { id }))
  expect(found).toMatchObject({ version: 1, windowDays: 30 })
  expect(found.tiers.map(({ key, people }) => [key, people])).toEqual([
    ['at-risk', 5],
    ['regular', 10],
    ['power', 5],
  ])
  expect(found.steps.map(({ tier, above }) => [tier, above])).toEqual([
    ['at-risk', 'regular'],
    ['regular', 'power'],
  ])

  const [up, top] = found.steps
  expect(up?.behaviors.map(({ key, difference, open }) => [key, difference, open])).toEqual([
    ['login', 1, false],
    ['visit', expect.closeTo(0.2, 12), true],
    ['report', 0, true],
  ])
  expect(top?.behaviors.map(({ key, difference, open }) => [key, difference, open])).toEqual([
    ['report', 1, false],
    ['visit', expect.closeTo(0.6, 12), false],
    ['login', 0, true],
  ])
  // Wilson: 4 of 10 is 16.8 % to 68.7 %, 5 of 5 is 56.6 % to 100 %. Newcombe: 0.6 − √(0.434² + 0.287²) to 0.6 + 0.232.
  expect(top?.behaviors[1]).toMatchObject({
    name: 'visit',
    here: {
      people: 4,
      share: 0.4,
      low: expect.closeTo(0.16818, 5),
      high: expect.closeTo(0.687326, 5),
      median: 2.5,
    },
    above: { people: 5, share: 1, low: expect.closeTo(0.565518, 5), high: expect.closeTo(1, 12), median: 4 },
    low: expect.closeTo(0.079105, 5),
    high: expect.closeTo(0.83182, 5),
  })
  expect(up?.behaviors[0]).toMatchObject({
    name: 'Logged in',
    here: { people: 0, share: 0, median: null },
    above: { people: 10, share: 1, median: 1 },
  })
})

test('of scores made together only the newest tell; an older instant that does not is said', async () => {
  const { id, contextOf } = await twenty()
  const newest = await db().snapshot.findFirstOrThrow({ where: { modelId: id }, orderBy: { asOf: 'desc' } })
  const older = { workspaceId: contextOf().workspace.id, modelId: id, versionId: newest.versionId }
  const asOf = new Date('2026-06-08T00:00:00Z')
  const run = await storeSnapshot({ ...older, asOf, people: [{ identity: 'user:a', score: 50 }] })
  await db().run.update({ where: { id: run }, data: { batchId: randomUUID() } })
  await db().run.update({ where: { id: newest.runId }, data: { batchId: newest.runId } })

  expect(await tierSteps(contextOf(), { id })).toMatchObject({ asOf: newest.asOf })
  await expect(tierSteps(contextOf(), { id, asOf: '2026-06-08' })).rejects.toMatchObject({
    code: 'not_found',
    path: ['asOf'],
    message: expect.stringContaining('not kept at 2026-06-08'),
  })
})

test('an empty tier leaves its shares and differences open; a model without scores is told', async () => {
  const { id, contextOf } = await newWorkspace()
  const model = await storeModel(id)
  await expect(tierSteps(contextOf(), { id: model.modelId })).rejects.toMatchObject({ code: 'not_found' })
  const people = [{ identity: 'user:a', score: 90 }]
  await storeSnapshot({ ...model, asOf: new Date('2026-06-08T00:00:00Z'), people })
  const { steps } = await tierSteps(contextOf(), { id: model.modelId })
  expect(steps[1]?.behaviors).toEqual([
    expect.objectContaining({
      here: { people: 0, share: null, low: null, high: null, median: null },
      difference: null,
      low: null,
      open: true,
    }),
  ])
})
