import { expect, test, vi } from 'vitest'
import { db } from '@/lib/server/db'
import { warehouse } from '@/lib/warehouse/client'
import { createModel, publishModel, startRun } from '@/lib/models/operations'
import { cancelRun, getRun, restateModel } from './operations'
import { restate, restateInTurn } from './restate'
import { scoreRun } from './score-run'
import { findScheduledSnapshots, summaryOfSnapshot } from './snapshot-data'
import * as placing from './place-run'
import { NOW, ask, modelDocument, newWorkspace, rowsOfRun, storeEvents } from './testing'

const day = 86_400_000
const at = (daysAgo: number) => NOW.getTime() - daysAgo * day

/** Forty people who come and go over fifteen weeks, more points than are counted at once, and a published model whose runs still wait. */
async function published(rest: Parameters<typeof modelDocument>[0] = {}) {
  const { id: workspace, contextOf } = await newWorkspace({ lastOccurredAt: NOW })
  await storeEvents(
    Array.from({ length: 40 }, (_, n) =>
      Array.from({ length: 1 + (n % 7) }, (_, i) => ({
        workspace,
        identity: `user:${n}`,
        name: i % 2 === 0 ? 'login' : 'report',
        at: at(1.3 + ((n * 13 + i * 11) % 105)),
      })),
    ).flat(),
    3,
  )
  const { id } = await createModel(contextOf(), { document: modelDocument(rest) })
  const { runId } = await publishModel(contextOf(), { id })
  return { workspace, contextOf, id, runId }
}

type Published = Awaited<ReturnType<typeof published>>

const batchOf = async ({ id }: Published, runId: string) => {
  const { versionId } = await db().run.findUniqueOrThrow({ where: { id: runId } })
  const runs = await db().run.findMany({
    where: { modelId: id, versionId, batchId: { not: null } },
    orderBy: { asOf: 'asc' },
  })
  return { versionId, runs, batchId: runs[0]?.batchId ?? '' }
}

const statesOf = async (ids: readonly string[]) =>
  (await db().run.findMany({ where: { id: { in: [...ids] } }, orderBy: { asOf: 'asc' } })).map(
    ({ state }) => state,
  )

const rowsOf = (run: string) =>
  ask(
    `SELECT person_id, state, raw, score, tier, stage, below, equal, baseline, tenure_days, last_activity, other_score,
       other_tier, matched, last_matched, monetary
     FROM scores WHERE run_id = {run:UUID} ORDER BY person_id`,
    { run },
  )

test('publishing queues the local Mondays since the first activity behind the run, as one batch', async () => {
  const made = await published()
  const { runs, batchId } = await batchOf(made, made.runId)
  const days = runs.map(({ asOf }) => asOf.toISOString())
  expect([days.length, days[0], days[1], days.at(-1)]).toEqual([
    15,
    '2026-03-09T00:00:00.000Z',
    '2026-03-16T00:00:00.000Z',
    '2026-06-15T00:00:00.000Z',
  ])
  expect(runs.every(({ scheduled, state }) => scheduled && state === 'queued')).toBe(true)
  expect(runs.at(-1)?.id).toBe(batchId)
  const jobs = await db().$queryRaw<{ queue: string }[]>`
    SELECT queue_name AS queue FROM graphile_worker.jobs WHERE key = ${`restate:${batchId}`}`
  expect(jobs).toEqual([{ queue: 'restate' }])
})

test('a restatement makes the scores that a run at each instant makes', { timeout: 240_000 }, async () => {
  const behaviors = [
    {
      key: 'login',
      match: { events: ['login'] },
      weight: 2,
      kernel: { type: 'half-life' as const, days: 9 },
    },
    { key: 'days', match: { events: ['*'] }, measure: { type: 'days' as const }, weight: 1 },
  ]
  const made = await published({ behaviors, lifecycle: { blendDays: 7 } })
  await scoreRun({ runId: made.runId })
  const { runs, batchId, versionId } = await batchOf(made, made.runId)
  await restate({ batchId })
  expect(await statesOf(runs.map(({ id }) => id))).toEqual(runs.map(() => 'done'))

  const snapshots = await findScheduledSnapshots(versionId, new Date(0), NOW)
  expect(snapshots.map(({ runId }) => runId)).toEqual(runs.map(({ id }) => id))
  // The counts are kept of the newest alone.
  const counted = await ask<{ run: string; kept: number }>(
    `SELECT run_id AS run, toUInt32(countIf(notEmpty(counts))) AS kept FROM scores
     WHERE run_id IN {runs:Array(UUID)} GROUP BY run_id`,
    { runs: runs.map(({ id }) => id) },
  )
  expect(counted.filter(({ kept }) => kept > 0).map(({ run }) => run)).toEqual([batchId])

  for (const { id: restated, asOf } of runs.filter((_, index) => index % 3 === 0)) {
    const together = await rowsOf(restated)
    const summary = snapshots.find(({ runId }) => runId === restated)?.summary
    const { id: alone } = await startRun(made.contextOf(), { id: made.id, asOf: asOf.toISOString() })
    await scoreRun({ runId: alone })
    expect(await rowsOf(alone), asOf.toISOString()).toEqual(together)
    const [snapshot] = await db().snapshot.findMany({ where: { runId: alone } })
    expect(summaryOfSnapshot(snapshot ?? { summary: null })).toEqual(summary)
    expect(await rowsOfRun(restated)).toEqual({ counts: 0, scores: 0 })
  }
})

test('one cancel, of whichever of them, stops all that are not done, and what is done stays', async () => {
  const made = await published()
  await scoreRun({ runId: made.runId })
  const { runs, batchId } = await batchOf(made, made.runId)
  const ids = runs.map(({ id }) => id)
  const place = placing.placeRun
  let placed = 0
  const spy = vi.spyOn(placing, 'placeRun').mockImplementation(async (...args) => {
    placed += 1
    if (placed === 4) await cancelRun(made.contextOf(), { id: ids[2] ?? '' })
    return place(...args)
  })
  await restate({ batchId })
  spy.mockRestore()

  expect(await statesOf(ids)).toEqual([...ids.slice(3).map(() => 'cancelled'), 'done', 'done', 'done'])
  const rows = await Promise.all(ids.map(rowsOfRun))
  expect(rows.map(({ scores }) => scores > 0)).toEqual([...ids.slice(3).map(() => false), true, true, true])
  expect(rows.every(({ counts }) => counts === 0)).toBe(true)
  expect(await db().snapshot.count({ where: { runId: { in: ids } } })).toBe(3)
})

test('a restatement that waits is cancelled at once', async () => {
  const made = await published()
  const { runs, batchId } = await batchOf(made, made.runId)
  expect(await cancelRun(made.contextOf(), { id: runs[4]?.id ?? '' })).toMatchObject({ state: 'cancelled' })
  await restate({ batchId })
  expect(await statesOf(runs.map(({ id }) => id))).toEqual(runs.map(() => 'cancelled'))
  expect((await getRun(made.contextOf(), { id: made.runId })).state).toBe('queued')
})

test('a restatement whose job died in the middle goes on with what is missing, without what was left', async () => {
  const made = await published()
  await scoreRun({ runId: made.runId })
  const { runs, batchId } = await batchOf(made, made.runId)
  const [done, dead] = [runs.at(-1), runs.at(-2)]
  await scoreRun({ runId: done?.id ?? '' })
  await db().run.updateMany({
    where: { batchId, state: 'queued' },
    data: { state: 'running', startedAt: NOW, progress: 0.4 },
  })
  const left = { workspace: made.workspace, run: dead?.id, asOf: dead?.asOf }
  for (const query of [
    `INSERT INTO scores (workspace_id, run_id, person_id, as_of, state, score)
     SELECT {workspace:UUID}, {run:UUID}, number, {asOf:DateTime64(3, 'UTC')}, 'scored', 1 FROM numbers(50)`,
    `INSERT INTO run_counts (workspace_id, run_id, person_id, state, rank_key)
     SELECT {workspace:UUID}, {run:UUID}, number, 'scored', 5 FROM numbers(50)`,
  ])
    await warehouse().command({ query, query_params: left })
  const before = await db().run.findUniqueOrThrow({ where: { id: done?.id } })

  await restate({ batchId })
  expect(await statesOf(runs.map(({ id }) => id))).toEqual(runs.map(() => 'done'))
  expect(await db().run.findUniqueOrThrow({ where: { id: done?.id } })).toEqual(before)
  for (const { id } of runs) expect(await rowsOfRun(id)).toEqual({ counts: 0, scores: 40 })
  await restate({ batchId })
  expect(await db().run.findUniqueOrThrow({ where: { id: done?.id } })).toEqual(before)
})

test('a restatement that fails says so on every run that is not done, and leaves no rows', async () => {
  const made = await published()
  await scoreRun({ runId: made.runId })
  const { runs, batchId } = await batchOf(made, made.runId)
  const place = placing.placeRun
  let placed = 0
  const spy = vi.spyOn(placing, 'placeRun').mockImplementation((...args) => {
    placed += 1
    return placed === 3 ? Promise.reject(new Error('nothing works')) : place(...args)
  })
  await restate({ batchId })
  spy.mockRestore()
  const ids = runs.map(({ id }) => id)
  expect(await statesOf(ids)).toEqual([...ids.slice(2).map(() => 'failed'), 'done', 'done'])
  expect(await getRun(made.contextOf(), { id: ids[0] ?? '' })).toMatchObject({
    error: 'The run failed on our side. It has been logged.',
  })
  const rows = await Promise.all(ids.slice(0, -2).map(rowsOfRun))
  expect(rows.every(({ counts, scores }) => counts === 0 && scores === 0)).toBe(true)
})

test('a second restatement replaces the first, and deletes its scores', async () => {
  const made = await published()
  await scoreRun({ runId: made.runId })
  const first = await batchOf(made, made.runId)
  await restate({ batchId: first.batchId })
  const again = await restateModel(made.contextOf(), { id: made.id })
  expect(again.ids).toHaveLength(first.runs.length)
  await restate({ batchId: again.id })
  const snapshots = await findScheduledSnapshots(first.versionId, new Date(0), NOW)
  expect(snapshots.map(({ runId }) => runId)).toEqual(again.ids)
  for (const { id } of first.runs) expect((await rowsOfRun(id)).scores).toBe(0)
})

test('a restatement of points that wait already is the one that waits', async () => {
  const made = await published()
  const { runs, batchId } = await batchOf(made, made.runId)
  const asked = await restateModel(made.contextOf(), { id: made.id, version: 1 })
  expect(asked).toEqual({ id: batchId, ids: runs.map(({ id }) => id) })
  await expect(restateModel(made.contextOf(), { id: made.id, version: 2 })).rejects.toMatchObject({
    code: 'not_found',
    path: ['version'],
  })
})

test('where nobody was ever active there is nothing to restate', async () => {
  const { contextOf } = await newWorkspace()
  const { id } = await createModel(contextOf(), { document: modelDocument() })
  await publishModel(contextOf(), { id })
  expect(await db().run.count({ where: { modelId: id } })).toBe(1)
  await expect(restateModel(contextOf(), { id })).rejects.toMatchObject({ code: 'conflict' })
})

test('the job of a restatement waits for the run that was asked for before', async () => {
  const made = await published()
  const { runs, batchId } = await batchOf(made, made.runId)
  await restateInTurn({ batchId }, () => NOW)
  expect(await statesOf(runs.map(({ id }) => id))).toEqual(runs.map(() => 'queued'))
  const [job] = await db().$queryRaw<{ later: boolean }[]>`
    SELECT run_at > now() AS later FROM graphile_worker.jobs WHERE key = ${`restate:${batchId}`}`
  expect(job).toEqual({ later: true })
  await scoreRun({ runId: made.runId })
  await restateInTurn({ batchId }, () => NOW)
  expect(await statesOf(runs.map(({ id }) => id))).toEqual(runs.map(() => 'done'))
})
