import { randomUUID } from 'node:crypto'
import { expect, test, vi } from 'vitest'
import { db } from '@/lib/server/db'
import { warehouse } from '@/lib/warehouse/client'
import { createModel, publishModel, startRun } from '@/lib/models/operations'
import { cancelRun, getDistribution, getRun, listScores } from './operations'
import { scoreRun } from './score-run'
import { NOW, ask, modelDocument, newWorkspace, rowsOfRun, storeEvents } from './testing'

const hour = 3_600_000
const at = (hoursAgo: number) => NOW.getTime() - hoursAgo * hour

/** A published model and three people with one, two and three logins; the run of the publication still waits. */
async function published() {
  const { id: workspace, contextOf } = await newWorkspace()
  const login = (identity: string, hoursAgo: number) => ({
    workspace,
    identity,
    name: 'login',
    at: at(hoursAgo),
  })
  await storeEvents([
    login('user:one', 5),
    ...[5, 6].map((hours) => login('user:two', hours)),
    ...[5, 6, 7].map((hours) => login('user:three', hours)),
  ])
  const { id } = await createModel(contextOf(), { document: modelDocument() })
  const { runId } = await publishModel(contextOf(), { id })
  return { workspace, contextOf, id, runId, login }
}

test('a run stores a score a person, its summary and how long it took, and leaves no counts', async () => {
  const { contextOf, id, runId } = await published()
  const times = [NOW, new Date(NOW.getTime() + 2500)]
  await scoreRun({ runId }, () => times.shift() ?? NOW)

  expect(await getRun(contextOf(), { id: runId })).toMatchObject({
    state: 'done',
    progress: 1,
    people: 3,
    seconds: 2.5,
  })
  expect(await rowsOfRun(runId)).toEqual({ counts: 0, scores: 3 })
  const { items } = await listScores(contextOf(), { id })
  expect(new Map(items.map(({ personId, raw }) => [personId, raw]))).toEqual(
    new Map([
      ['one', 1],
      ['two', 2],
      ['three', 3],
    ]),
  )
  expect(await getDistribution(contextOf(), { id })).toMatchObject({
    n: 3,
    version: 1,
    asOf: NOW,
    medianRaw: 2,
  })
})

test('a run that is done, or unknown, is not done again', async () => {
  const { contextOf, runId } = await published()
  await scoreRun({ runId }, () => NOW)
  const done = await getRun(contextOf(), { id: runId })
  await scoreRun({ runId })
  await scoreRun({ runId: randomUUID() })
  expect(await getRun(contextOf(), { id: runId })).toEqual(done)
})

test('a job that died in the middle is done again, without what it has left', async () => {
  const { workspace, runId } = await published()
  await db().run.update({ where: { id: runId }, data: { state: 'running', startedAt: NOW, progress: 0.5 } })
  const left = { workspace, runId, asOf: NOW }
  await warehouse().command({
    query: `INSERT INTO scores (workspace_id, run_id, person_id, as_of, state, score)
      SELECT {workspace:UUID}, {runId:UUID}, number, {asOf:DateTime64(3, 'UTC')}, 'scored', 1 FROM numbers(50)`,
    query_params: left,
  })
  await warehouse().command({
    query: `INSERT INTO run_counts (workspace_id, run_id, person_id, state)
      SELECT {workspace:UUID}, {runId:UUID}, number, 'scored' FROM numbers(50)`,
    query_params: left,
  })
  await scoreRun({ runId })
  expect(await rowsOfRun(runId)).toEqual({ counts: 0, scores: 3 })
})

test('a new run of a point replaces the old one as a whole', async () => {
  const { contextOf, id, runId, login } = await published()
  await scoreRun({ runId })
  await storeEvents([login('user:four', 9)])
  const again = await startRun(contextOf(), { id, asOf: NOW.toISOString() })
  await scoreRun({ runId: again.id })

  expect(await rowsOfRun(runId)).toEqual({ counts: 0, scores: 0 })
  expect(await rowsOfRun(again.id)).toEqual({ counts: 0, scores: 4 })
  expect(await db().snapshot.findMany({ where: { modelId: id } })).toMatchObject([
    { runId: again.id, people: 4 },
  ])
})

test('two runs of one point at the same time leave one of them', async () => {
  const { contextOf, id, runId } = await published()
  const other = await startRun(contextOf(), { id, asOf: NOW.toISOString() })
  await Promise.all([scoreRun({ runId }), scoreRun({ runId: other.id })])

  const snapshots = await db().snapshot.findMany({ where: { modelId: id } })
  expect(snapshots).toHaveLength(1)
  const rows = await Promise.all([runId, other.id].map(rowsOfRun))
  expect(rows.map(({ scores }) => scores).sort()).toEqual([0, 3])
  expect(await rowsOfRun(snapshots[0]?.runId ?? '')).toEqual({ counts: 0, scores: 3 })
})

test('a run that began earlier does not replace one that began later', async () => {
  const { contextOf, id, runId } = await published()
  const later = await startRun(contextOf(), { id, asOf: NOW.toISOString() })
  await scoreRun({ runId: later.id }, () => new Date(NOW.getTime() + hour))
  await scoreRun({ runId }, () => NOW)

  expect(await db().snapshot.findMany({ where: { modelId: id } })).toMatchObject([{ runId: later.id }])
  expect(await getRun(contextOf(), { id: runId })).toMatchObject({ state: 'done' })
  expect(await rowsOfRun(runId)).toEqual({ counts: 0, scores: 0 })
})

test('a run that fails says so and leaves nothing', async () => {
  const { contextOf, runId, workspace } = await published()
  await db().workspace.update({ where: { id: workspace }, data: { timeZone: 'Moon/Crater' } })
  await scoreRun({ runId })
  const run = await getRun(contextOf(), { id: runId })
  expect(run.state).toBe('failed')
  expect(run.error).toMatch(/^The warehouse stopped the run: .*\.$/)
  expect(await rowsOfRun(runId)).toEqual({ counts: 0, scores: 0 })
})

test('a run that waits is cancelled at once, and its job does nothing', async () => {
  const { contextOf, runId } = await published()
  expect(await cancelRun(contextOf(), { id: runId })).toMatchObject({ state: 'cancelled' })
  await scoreRun({ runId })
  expect(await getRun(contextOf(), { id: runId })).toMatchObject({ state: 'cancelled', startedAt: null })
})

test(
  'a run that works stops within two seconds of being cancelled, and leaves nothing',
  { timeout: 120_000 },
  async () => {
    const { id: workspace, contextOf } = await newWorkspace()
    await warehouse().command({
      query: `INSERT INTO events (workspace_id, person_id, occurred_at, event_id, kind, name)
      SELECT {workspace:UUID}, intHash64(number % 200000) AS person,
        {now:DateTime64(3, 'UTC')} - toIntervalMillisecond(intHash64(number + 1) % 2592000000), toString(number), 'track',
        ['login', 'report', 'export'][1 + number % 3]
      FROM numbers(4000000)`,
      query_params: { workspace, now: NOW },
    })
    const behaviors = Array.from({ length: 40 }, (_, j) => ({
      key: `b${j}`,
      match: { events: ['login', 'report', 'export'] },
      measure: { type: 'days' as const },
      weight: 1 + j,
    }))
    const { id } = await createModel(contextOf(), { document: modelDocument({ behaviors }) })
    const { runId } = await publishModel(contextOf(), { id })
    const working = scoreRun({ runId })
    await vi.waitUntil(async () => (await queriesOf(runId)) > 0, { timeout: 20_000, interval: 50 })

    const asked = performance.now()
    expect(await cancelRun(contextOf(), { id: runId })).toMatchObject({ state: 'running' })
    await vi.waitUntil(async () => (await getRun(contextOf(), { id: runId })).state === 'cancelled', {
      timeout: 20_000,
      interval: 20,
    })
    expect(performance.now() - asked).toBeLessThan(2000)
    await working
    expect(await queriesOf(runId)).toBe(0)
    expect(await rowsOfRun(runId)).toEqual({ counts: 0, scores: 0 })
    expect(await db().snapshot.count({ where: { modelId: id } })).toBe(0)
  },
)

async function queriesOf(runId: string): Promise<number> {
  const rows = await ask(
    `SELECT query_id FROM system.processes
     WHERE Settings['log_comment'] = {comment:String} AND query LIKE 'INSERT INTO run_counts%'`,
    { comment: `jobs run:${runId}` },
  )
  return rows.length
}

test('a run sees the people and events of its own workspace alone', async () => {
  const one = await published()
  const other = await published()
  await storeEvents([other.login('user:stranger', 3)])
  await Promise.all([scoreRun({ runId: one.runId }), scoreRun({ runId: other.runId })])
  expect((await listScores(one.contextOf(), { id: one.id })).items).toHaveLength(3)
  expect((await listScores(other.contextOf(), { id: other.id })).items).toHaveLength(4)
})
