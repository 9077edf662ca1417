import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { NOW, modelDocument, newWorkspace } from '@/lib/engagement/testing'
import { db } from '@/lib/server/db'
import type { JobState } from '@/prisma/generated/enums'
import { listActivity } from './operations'

type Made = Awaited<ReturnType<typeof newWorkspace>>

const ago = (seconds: number) => new Date(NOW.getTime() - seconds * 1000)
const weekMs = 7 * 86_400_000

let made: Made
let of: { workspaceId: string; modelId: string; versionId: string }

beforeEach(async () => {
  made = await newWorkspace()
  const document = modelDocument()
  const model = await db().model.create({
    data: { workspaceId: made.id, kind: 'engagement', name: 'Product', draft: document, draftTag: 'one' },
  })
  const version = await db().modelVersion.create({
    data: { modelId: model.id, number: 1, document, note: '', publishedBy: 'Test', referenceAsOf: NOW },
  })
  of = { workspaceId: made.id, modelId: model.id, versionId: version.id }
})

const run = (state: JobState, given: object = {}) =>
  db().run.create({ data: { ...of, asOf: NOW, state, ...given } })

const file = (state: JobState, given: object = {}) =>
  db().import.create({
    data: {
      ...{ workspaceId: made.id, kind: 'events', fileName: 'log.csv', size: 1, sha256: '', state },
      ...{ createdBy: 'Test', ...given },
    },
  })

const listed = async (role: 'editor' | 'viewer' = 'editor') =>
  (await listActivity(made.contextOf(role), {})).items

test('nothing is listed of a workspace where nothing happened lately', async () => {
  await run('done', { startedAt: ago(3000), finishedAt: ago(240) })
  await run('failed', { startedAt: ago(3000), finishedAt: ago(2000) })
  await file('uploaded')
  await file('cancelled', { finishedAt: ago(5) })
  expect(await listed()).toEqual([])
})

test('a run that works says how far it is and how long it will take', async () => {
  const { id } = await run('running', { progress: 0.25, startedAt: ago(30) })
  expect(await listed()).toMatchObject([
    {
      kind: 'run',
      id,
      name: 'Product',
      state: 'running',
      progress: 0.25,
      remainingMs: 90_000,
      mayCancel: true,
    },
  ])
})

test('the run of a contact model rates contacts', async () => {
  await db().model.update({ where: { id: of.modelId }, data: { kind: 'contact', name: 'Newsletter' } })
  await run('done', { people: 3, startedAt: ago(30), finishedAt: ago(20) })
  expect(await listed()).toMatchObject([{ kind: 'rating', name: 'Newsletter', done: 3, unit: 'contacts' }])
})

test('runs that were made together are one piece of work', async () => {
  const batchId = randomUUID()
  const point = (n: number) => ({ batchId, asOf: new Date(NOW.getTime() - n * weekMs) })
  for (let n = 0; n < 3; n++) await run('queued', point(n))
  await run('running', { ...point(3), progress: 0.5, startedAt: ago(1) })
  for (let n = 4; n < 8; n++)
    await run('done', { ...point(n), progress: 1, startedAt: ago(4000), finishedAt: ago(3000) })
  const [item, ...others] = await listed()
  expect(others).toEqual([])
  expect(item).toMatchObject({
    ...{
      kind: 'restatement',
      id: batchId,
      name: 'Product',
      state: 'running',
      done: 4,
      total: 8,
      unit: 'weeks',
    },
    progress: 4.5 / 8,
    startedAt: ago(4000),
  })
})

test('what works stands before what waits, and that before what has ended', async () => {
  await run('failed', { startedAt: ago(60), finishedAt: ago(50), error: 'No room.' })
  await run('queued')
  await file('running', { progress: 0.5, rows: 70, startedAt: ago(10) })
  expect((await listed()).map(({ kind, state, error, done }) => [kind, state, error, done])).toEqual([
    ['import', 'running', null, 70],
    ['run', 'queued', null, null],
    ['run', 'failed', 'No room.', null],
  ])
})

test('the demo is listed while it is written', async () => {
  const load = {
    state: 'running' as const,
    progress: 0.5,
    events: 600_000,
    phase: 'Events',
    startedAt: ago(20),
  }
  await db().demoLoad.create({ data: { workspaceId: made.id, ...load } })
  expect(await listed()).toMatchObject([
    { kind: 'demo', id: 'demo', name: 'Events', done: 600_000, unit: 'events', remainingMs: 20_000 },
  ])
})

test('a viewer sees runs and cancels none, and is not told the names of files', async () => {
  await file('running', { startedAt: ago(10) })
  await run('running', { startedAt: ago(10) })
  expect(await listed('viewer')).toMatchObject([{ kind: 'run', mayCancel: false }])
})

test('the work of another workspace is not listed', async () => {
  await run('running', { startedAt: ago(10), batchId: randomUUID() })
  const other = await newWorkspace()
  expect(await listActivity(other.contextOf('owner'), {})).toEqual({ items: [] })
})
