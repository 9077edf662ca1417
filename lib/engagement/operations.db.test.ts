import { expect, test } from 'vitest'
import { db } from '@/lib/server/db'
import {
  createModel,
  getDraft,
  getModel,
  listModels,
  listVersions,
  publishModel,
  putDraft,
  startRun,
} from '@/lib/models/operations'
import { cancelRun, getRun, listRuns, listSnapshots } from './operations'
import { scoreRun } from './score-run'
import { NOW, modelDocument, newWorkspace, storeEvents } from './testing'

const document = modelDocument() as Record<string, unknown>

async function drafted(workspace: Parameters<typeof newWorkspace>[0] = {}) {
  const made = await newWorkspace(workspace)
  const { id, etag } = await createModel(made.contextOf(), { document })
  return { ...made, workspace: made.id, id, etag }
}

test('a model begins as a draft, exactly as it was sent', async () => {
  const { contextOf, id, etag } = await drafted()
  expect(await getDraft(contextOf('viewer'), { id })).toEqual({
    id,
    document,
    etag,
    savedAt: null,
    savedBy: null,
  })
  expect(await getModel(contextOf('viewer'), { id })).toMatchObject({
    id,
    name: 'Test',
    version: null,
    starter: false,
  })
  expect(await listModels(contextOf('viewer'), {})).toMatchObject({ items: [{ id }], nextCursor: null })
})

test.each([
  ['a wrong document', { ...document, behaviors: [] }, 'invalid', ['behaviors']],
  ['rfm without values', { ...document, weighting: { mode: 'rfm' } }, 'invalid', ['behaviors', 0, 'value']],
  ['a text that cannot be stored', { ...document, name: 'a\u0000b' }, 'invalid', ['document', 'name']],
])('%s is refused with its path', async (_, wrong, code, path) => {
  const { contextOf, id, etag } = await drafted()
  const refusal = { code, path, status: 422 }
  await expect(createModel(contextOf(), { document: wrong })).rejects.toMatchObject(refusal)
  await expect(putDraft(contextOf(), { id, document: wrong, ifMatch: etag })).rejects.toMatchObject(refusal)
})

test('a draft is changed by whoever has read it last', async () => {
  const { contextOf, id, etag } = await drafted()
  const renamed = { ...document, name: 'Renamed' }
  const changed = await putDraft(contextOf(), { id, document: renamed, ifMatch: `"${etag}"` })
  expect(changed.etag).not.toBe(etag)
  expect(await getDraft(contextOf(), { id })).toEqual({
    ...{ id, document: renamed, etag: changed.etag },
    ...{ savedAt: NOW, savedBy: 'editor@example.org' },
  })

  const conflict = { code: 'conflict', status: 409 }
  await expect(putDraft(contextOf(), { id, document, ifMatch: etag })).rejects.toMatchObject(conflict)
  await expect(putDraft(contextOf(), { id, document })).rejects.toMatchObject(conflict)
})

test('publishing makes immutable versions, each with a run at the instant until which is observed', async () => {
  const { contextOf, id, etag, workspace } = await drafted({
    lastOccurredAt: new Date('2014-06-05T18:00:00Z'),
  })
  const first = await publishModel(contextOf(), { id, note: 'Begin' })
  await putDraft(contextOf(), { id, document: { ...document, name: 'Second' }, ifMatch: etag })
  const second = await publishModel(contextOf(), { id })
  expect([first.version, second.version]).toEqual([1, 2])

  const { items } = await listVersions(contextOf('viewer'), { id })
  expect(items).toMatchObject([
    { version: 2, note: '', document: { name: 'Second' } },
    {
      version: 1,
      note: 'Begin',
      publishedBy: 'editor@example.org',
      document: { name: 'Test', window: { days: 30 } },
    },
  ])
  expect(await getModel(contextOf(), { id })).toMatchObject({ name: 'Second', version: 2 })
  const asOf = new Date('2014-06-06T00:00:00Z')
  expect(await getRun(contextOf(), { id: first.runId })).toMatchObject({
    state: 'queued',
    asOf,
    scheduled: true,
  })
  const jobs = await db()
    .$queryRaw`SELECT 1 FROM graphile_worker.jobs WHERE key = ${`score-run:${first.runId}`}`
  expect(jobs).toHaveLength(1)
  const entries = await db().auditEntry.findMany({
    where: { workspaceId: workspace },
    orderBy: { at: 'asc' },
  })
  expect(entries.map(({ operation }) => operation)).toEqual([
    'models.create',
    'models.publish',
    'drafts.put',
    'models.publish',
  ])
})

test('publications at the same time get versions of their own', async () => {
  const { contextOf, id } = await drafted()
  const made = await Promise.all([1, 2, 3, 4].map(() => publishModel(contextOf(), { id })))
  expect(made.map(({ version }) => version).sort()).toEqual([1, 2, 3, 4])
})

test('a run is of an instant, a local day, or the instant until which is observed', async () => {
  const { contextOf, id } = await drafted({ timeZone: 'Europe/Berlin' })
  await publishModel(contextOf(), { id })
  const asOfOf = async (asked: { asOf?: string }) => {
    const { id: run } = await startRun(contextOf(), { id, ...asked })
    const { asOf, scheduled } = await getRun(contextOf(), { id: run })
    return [asOf.toISOString(), scheduled]
  }
  expect(await asOfOf({ asOf: '2026-05-01T00:00:00+02:00' })).toEqual(['2026-04-30T22:00:00.000Z', false])
  expect(await asOfOf({ asOf: '2026-05-01' })).toEqual(['2026-04-30T22:00:00.000Z', false])
  expect(await asOfOf({})).toEqual([NOW.toISOString(), false])
})

test('runs of a stretch of time are cancelled together, by the id that was answered', async () => {
  const { contextOf, id } = await drafted()
  const { runId } = await publishModel(contextOf(), { id })
  const batch = await startRun(contextOf(), { id, from: '2026-03-01', to: '2026-03-05', every: 'day' })
  expect(await cancelRun(contextOf(), { id: batch.id })).toMatchObject({ id: batch.id, state: 'cancelled' })
  const states = await Promise.all(
    batch.ids.map(async (run) => (await getRun(contextOf(), { id: run })).state),
  )
  expect(states).toEqual(batch.ids.map(() => 'cancelled'))
  expect((await getRun(contextOf(), { id: runId })).state).toBe('queued')
})

test('a stretch of time is one scheduled run for each local day or Monday', async () => {
  const { contextOf, id } = await drafted({ timeZone: 'Europe/Berlin' })
  await publishModel(contextOf(), { id })
  const asOfs = async (asked: { from: string; to: string; every: 'day' | 'week' }) => {
    const { ids } = await startRun(contextOf(), { id, ...asked })
    const runs = await Promise.all(ids.map((run) => getRun(contextOf(), { id: run })))
    expect(runs.every(({ scheduled }) => scheduled)).toBe(true)
    return runs.map(({ asOf }) => asOf.toISOString())
  }
  expect(await asOfs({ from: '2026-03-28', to: '2026-03-30', every: 'day' })).toEqual([
    '2026-03-27T23:00:00.000Z',
    '2026-03-28T23:00:00.000Z',
    '2026-03-29T22:00:00.000Z',
  ])
  expect(await asOfs({ from: '2026-03-18', to: '2026-03-31', every: 'week' })).toEqual([
    '2026-03-22T23:00:00.000Z',
    '2026-03-29T22:00:00.000Z',
  ])
  const { items, nextCursor } = await listRuns(contextOf('viewer'), { model: id, limit: 4 })
  const rest = await listRuns(contextOf('viewer'), { model: id, limit: 4, cursor: nextCursor ?? undefined })
  expect([items.length, rest.items.length, rest.nextCursor]).toEqual([4, 2, null])
})

test.each([
  ['in the future', { asOf: '2026-06-15T12:00:00.001Z' }, ['asOf']],
  ['of a stretch into the future', { from: '2026-06-01', to: '2026-06-20', every: 'day' as const }, ['to']],
  ['of an instant and a stretch', { asOf: '2026-06-01', from: '2026-05-01' }, ['asOf']],
  ['of a stretch without an end', { from: '2026-06-01', every: 'day' as const }, ['to']],
  ['of a stretch without a point', { from: '2026-06-02', to: '2026-06-03', every: 'week' as const }, ['to']],
  ['of too many points', { from: '2020-01-01', to: '2026-06-01', every: 'day' as const }, ['from']],
  ['of no instant', { asOf: 'yesterday' }, ['asOf']],
])('a run %s is refused', async (_, asked, path) => {
  const { contextOf, id } = await drafted()
  await publishModel(contextOf(), { id })
  await expect(startRun(contextOf(), { id, ...asked })).rejects.toMatchObject({ code: 'invalid', path })
})

test('a model that was never published cannot run', async () => {
  const { contextOf, id } = await drafted()
  await expect(startRun(contextOf(), { id })).rejects.toMatchObject({ code: 'conflict' })
})

test('the snapshots of a model are listed newest first', async () => {
  const { contextOf, id, workspace } = await drafted()
  await storeEvents([
    { workspace, identity: 'user:a', name: 'login', at: Date.parse('2026-06-01T00:00:00Z') },
  ])
  const { runId } = await publishModel(contextOf(), { id })
  const { id: earlier } = await startRun(contextOf(), { id, asOf: '2026-05-01' })
  await scoreRun({ runId })
  await scoreRun({ runId: earlier })
  expect(await listSnapshots(contextOf('viewer'), { id })).toEqual({
    items: [
      { asOf: NOW, version: 1, runId, people: 1, scheduled: false },
      { asOf: new Date('2026-05-01T00:00:00Z'), version: 1, runId: earlier, people: 0, scheduled: false },
    ],
    nextCursor: null,
  })
})

test('another workspace sees nothing of a model or a run, and viewers write nothing', async () => {
  const { contextOf, id } = await drafted()
  const { runId } = await publishModel(contextOf(), { id })
  const stranger = (await newWorkspace()).contextOf('owner')
  const absent = { code: 'not_found' }
  await expect(getModel(stranger, { id })).rejects.toMatchObject(absent)
  await expect(getDraft(stranger, { id })).rejects.toMatchObject(absent)
  await expect(putDraft(stranger, { id, document, ifMatch: 'x' })).rejects.toMatchObject(absent)
  await expect(publishModel(stranger, { id })).rejects.toMatchObject(absent)
  await expect(startRun(stranger, { id })).rejects.toMatchObject(absent)
  await expect(listVersions(stranger, { id })).rejects.toMatchObject(absent)
  await expect(listSnapshots(stranger, { id })).rejects.toMatchObject(absent)
  await expect(getRun(stranger, { id: runId })).rejects.toMatchObject(absent)
  expect(await listRuns(stranger, { model: id })).toEqual({ items: [], nextCursor: null })
  for (const write of [
    createModel(contextOf('viewer'), { document }),
    publishModel(contextOf('viewer'), { id }),
  ]) {
    await expect(write).rejects.toMatchObject({ code: 'forbidden' })
  }
})
