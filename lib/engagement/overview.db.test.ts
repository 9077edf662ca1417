import { expect, test } from 'vitest'
import { db } from '@/lib/server/db'
import { createModel, publishModel, startRun } from '@/lib/models/operations'
import { makeStarter, overview } from './operations'
import { queueRunsAfterImport } from './queue-runs'
import { restate } from './restate'
import { listRuns } from './run-data'
import { scoreRun } from './score-run'
import { NOW, modelDocument, newWorkspace, storeEvents } from './testing'

const lastOccurredAt = new Date('2014-06-05T18:00:00Z')
const midnight = new Date('2014-06-05T22:00:00Z')

/** A log of 2014 that was imported, in Berlin's zone: two people, two events. */
async function imported() {
  const { id, contextOf } = await newWorkspace({ timeZone: 'Europe/Berlin', lastOccurredAt })
  const at = (days: number) => lastOccurredAt.getTime() - days * 86_400_000
  await storeEvents([
    { workspace: id, identity: 'user:a', name: 'Login', at: at(0) },
    { workspace: id, identity: 'user:b', name: 'Login', at: at(40) },
    { workspace: id, identity: 'user:a', name: 'Export', at: at(2) },
    { workspace: id, identity: 'user:a', name: 'Long ago', at: at(300) },
  ])
  /** The run somebody waits for, and behind it those of the past year, done together. */
  const runs = async (together = false) =>
    (await listRuns(id, undefined, 100)).filter(({ batchId }) => (batchId !== null) === together)
  return { id, contextOf, runs }
}

test('an empty workspace has no model to show', async () => {
  const { contextOf } = await newWorkspace()
  expect(await overview(contextOf('viewer'), {})).toMatchObject({
    model: null,
    scores: null,
    lastOccurredAt: null,
  })
  await expect(makeStarter(contextOf(), {})).rejects.toMatchObject({ code: 'conflict' })
})

test('after an import the overview opens on the time of the log, scored by a starter', async () => {
  const { id, contextOf, runs } = await imported()
  await queueRunsAfterImport(id, NOW)
  expect(await runs()).toMatchObject([{ asOf: midnight, scheduled: true, state: 'queued' }])
  const before = await overview(contextOf('viewer'), {})
  expect(before).toMatchObject({
    model: { starter: true },
    scores: null,
    running: { state: 'queued', progress: 0 },
  })

  for (const run of await runs()) await scoreRun({ runId: run.id })
  const after = await overview(contextOf('viewer'), {})
  expect(after).toMatchObject({
    observedUntil: midnight,
    model: { starter: true, version: 1, publishedBy: 'Gravitas', publishedAt: NOW },
    scores: {
      n: 2,
      asOf: midnight,
      version: 1,
      tiers: [{ key: 'at-risk' }, { key: 'regular' }, { key: 'power' }],
    },
    behaviors: [
      { name: 'Login', weight: 1, counts: 'each day with “Login”' },
      { name: 'Export', weight: 1, counts: 'each day with “Export”' },
    ],
    running: null,
    failed: null,
    earlier: null,
  })
})

test('a second import scores the same model again, and waits for no run twice', async () => {
  const { id, runs } = await imported()
  await queueRunsAfterImport(id, NOW)
  await queueRunsAfterImport(id, NOW)
  const [first] = await runs()
  expect(await runs()).toHaveLength(1)
  await scoreRun({ runId: first?.id ?? '' })
  await queueRunsAfterImport(id, NOW)
  expect(await runs()).toHaveLength(2)
})

test('two imports that end together make one starter', async () => {
  const { id, contextOf, runs } = await imported()
  await Promise.all([queueRunsAfterImport(id, NOW), queueRunsAfterImport(id, NOW)])
  expect(await runs()).toHaveLength(1)
  await expect(makeStarter(contextOf(), {})).rejects.toMatchObject({ code: 'conflict' })
})

test('an import without any event makes no model', async () => {
  const { id } = await newWorkspace()
  await queueRunsAfterImport(id, NOW)
  expect(await listRuns(id, undefined, 10)).toEqual([])
})

test('where events arrive live, an import queues the midnight before now', async () => {
  const { id, contextOf } = await newWorkspace({
    timeZone: 'Europe/Berlin',
    lastReceivedAt: NOW,
    lastOccurredAt: NOW,
  })
  const made = await createModel(contextOf(), { document: modelDocument() })
  await publishModel(contextOf(), { id: made.id })
  await queueRunsAfterImport(id, NOW)
  const runs = await listRuns(id, undefined, 10)
  expect(runs.map(({ asOf, scheduled }) => [asOf.toISOString(), scheduled])).toEqual(
    expect.arrayContaining([
      [NOW.toISOString(), false],
      ['2026-06-14T22:00:00.000Z', true],
    ]),
  )
})

test('the scores of four weeks before stand beside the newest', async () => {
  const { id, contextOf, runs } = await imported()
  await queueRunsAfterImport(id, NOW)
  const [run] = await runs()
  await scoreRun({ runId: run?.id ?? '' })
  const weeks = { from: '2014-05-01', to: '2014-05-13', every: 'week' as const }
  expect((await runs(true)).length).toBeGreaterThan(40)
  expect(await overview(contextOf(), {})).toMatchObject({ running: null, restating: { done: 0 } })
  await db().run.deleteMany({ where: { workspaceId: id, batchId: { not: null } } })
  const { ids } = await startRun(contextOf(), { id: run?.modelId ?? '', ...weeks })
  await restate({ batchId: ids.at(-1) ?? '' })
  expect(await overview(contextOf(), {})).toMatchObject({
    scores: { asOf: midnight },
    earlier: { asOf: new Date('2014-05-04T22:00:00Z'), n: 1 },
  })
})

test('a run that failed is said until another one is started', async () => {
  const { id, contextOf } = await newWorkspace()
  const made = await createModel(contextOf(), { document: modelDocument() })
  const { runId } = await publishModel(contextOf(), { id: made.id })
  await db().workspace.update({ where: { id }, data: { timeZone: 'Moon/Crater' } })
  await scoreRun({ runId })
  await db().workspace.update({ where: { id }, data: { timeZone: 'UTC' } })
  expect(await overview(contextOf(), {})).toMatchObject({
    failed: { id: runId, state: 'failed' },
    running: null,
  })
  await startRun(contextOf(), { id: made.id })
  expect(await overview(contextOf(), {})).toMatchObject({ failed: null, running: { state: 'queued' } })
})
