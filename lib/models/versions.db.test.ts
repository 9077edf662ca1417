import { expect, test } from 'vitest'
import {
  createModel,
  getDraft,
  getModel,
  listModels,
  publishModel,
  putDraft,
  startRun,
} from '@/lib/models/operations'
import { getRun, overview } from '@/lib/engagement/operations'
import { modelDocument, newWorkspace } from '@/lib/engagement/testing'
import { tick } from '@/lib/engagement/tick'
import { db } from '@/lib/server/db'
import {
  archiveModel,
  discard,
  duplicateModel,
  getVersion,
  listModelHistory,
  listVersionHistory,
  restoreModel,
  rollBackModel,
} from './operations'
import { modelHistoryOutput, versionHistoryOutput } from './schema'

const login = { key: 'login', name: 'Logged in', match: { events: ['login'] } }
const document = (weight: number) =>
  modelDocument({ behaviors: [{ ...login, weight }] }) as Record<string, unknown>

/** Version 1 weighs 5, version 2 weighs 3, the draft 4. */
async function twoVersions() {
  const workspace = await newWorkspace({ lastOccurredAt: new Date('2026-06-01T08:00:00Z') })
  const context = workspace.contextOf()
  const { id, etag } = await createModel(context, { document: document(5) })
  await publishModel(context, { id, note: 'Begin' })
  const second = await putDraft(context, { id, document: document(3), ifMatch: etag })
  await publishModel(context, { id })
  const third = await putDraft(context, { id, document: document(4), ifMatch: second.etag })
  return { ...workspace, context, modelId: id, etag: third.etag }
}

const stored = (modelId: string) =>
  db().modelVersion.findMany({ where: { modelId }, orderBy: { number: 'asc' }, select: { document: true } })

const endRuns = (modelId: string) =>
  db().run.updateMany({ where: { modelId }, data: { state: 'done', finishedAt: new Date() } })

test('rolling back publishes the old document anew, to the byte, and makes it the draft', async () => {
  const { context, modelId, etag } = await twoVersions()
  const before = (await stored(modelId)).map((version) => JSON.stringify(version.document))
  const made = await rollBackModel(context, { id: modelId, version: 1 })
  expect(made.version).toBe(3)
  expect(await getRun(context, { id: made.runId })).toMatchObject({ state: 'queued', version: 3 })

  const after = (await stored(modelId)).map((version) => JSON.stringify(version.document))
  expect(after).toEqual([...before, before[0]])
  const draft = await getDraft(context, { id: modelId })
  expect(JSON.stringify(draft.document)).toBe(before[0])
  expect(draft).toMatchObject({ savedBy: 'editor@example.org' })
  // Who still edits the draft that was there is told.
  const late = putDraft(context, { id: modelId, document: document(9), ifMatch: etag })
  await expect(late).rejects.toMatchObject({ code: 'conflict' })

  const { items } = await listVersionHistory(context, { id: modelId })
  expect(versionHistoryOutput.parse({ items, nextCursor: null }).items).toMatchObject([
    { version: 3, live: true, note: 'Rolled back to v1', changes: ['Logged in: weight 3 → 5'], people: null },
    { version: 2, live: false, changes: ['Logged in: weight 5 → 3'] },
    { version: 1, live: false, note: 'Begin', changes: [] },
  ])
})

test('what is live cannot be rolled back to, nor what never was', async () => {
  const { context, modelId } = await twoVersions()
  const refusals = [
    { version: 2, code: 'conflict' },
    { version: 7, code: 'not_found' },
  ]
  for (const { version, code } of refusals) {
    const asked = rollBackModel(context, { id: modelId, version })
    await expect(asked).rejects.toMatchObject({ code, path: ['version'] })
  }
  expect(await stored(modelId)).toHaveLength(2)
})

test('a discarded draft is what is live again', async () => {
  const { context, modelId, etag } = await twoVersions()
  const stale = discard(context, { id: modelId, ifMatch: 'other' })
  await expect(stale).rejects.toMatchObject({ code: 'conflict' })
  const discarded = await discard(context, { id: modelId, ifMatch: `"${etag}"` })
  const draft = await getDraft(context, { id: modelId })
  expect(draft).toEqual({ ...discarded, name: undefined })
  const { document: live } = await getVersion(context, { id: modelId, version: 2 })
  expect(draft.document).toEqual(live)
})

test('a draft of a model that was never published cannot be discarded', async () => {
  const { contextOf } = await newWorkspace()
  const { id, etag } = await createModel(contextOf(), { document: document(5) })
  const asked = discard(contextOf(), { id, ifMatch: etag })
  await expect(asked).rejects.toMatchObject({ code: 'conflict' })
})

test('a duplicate has the document and nothing else of the model', async () => {
  const { context, modelId } = await twoVersions()
  const weights = async (id: string) => {
    const { document } = await getDraft(context, { id })
    return (document.behaviors as { weight: number }[]).map(({ weight }) => weight)
  }
  const ofDraft = await duplicateModel(context, { id: modelId })
  expect(ofDraft).toMatchObject({ name: 'Test copy', version: null })
  expect(await weights(ofDraft.id)).toEqual([4])
  const ofLive = await duplicateModel(context, { id: modelId, of: 'live', name: 'Another' })
  expect(await getModel(context, { id: ofLive.id })).toMatchObject({ name: 'Another', version: null })
  expect(await weights(ofLive.id)).toEqual([3])
})

test('an archived model is neither scored nor offered; what was is still there; it can be restored', async () => {
  const { id: workspaceId, context, contextOf, modelId, etag } = await twoVersions()
  const busy = archiveModel(context, { id: modelId })
  await expect(busy).rejects.toMatchObject({ code: 'conflict' })
  await endRuns(modelId)
  expect(await archiveModel(context, { id: modelId })).toMatchObject({ archivedAt: context.now, version: 2 })

  const week = new Date(context.now.getTime() + 7 * 86_400_000)
  await db().workspace.update({ where: { id: workspaceId }, data: { lastOccurredAt: week } })
  const runs = () => db().run.count({ where: { modelId, state: 'queued' } })
  await tick({ clock: () => week, workspaceId })
  expect(await runs()).toBe(0)
  expect(await listModels(context, {})).toMatchObject({ items: [] })
  expect(await listModels(context, { archived: true })).toMatchObject({ items: [{ id: modelId }] })
  expect(await overview(context, {})).toMatchObject({ model: null })
  expect((await listVersionHistory(contextOf('viewer'), { id: modelId })).items).toHaveLength(2)

  const writes = [
    () => putDraft(context, { id: modelId, document: document(9), ifMatch: etag }),
    () => publishModel(context, { id: modelId }),
    () => startRun(context, { id: modelId }),
    () => rollBackModel(context, { id: modelId, version: 1 }),
  ]
  for (const write of writes)
    await expect(write()).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringMatching('archived'),
    })

  expect(await restoreModel(context, { id: modelId })).toMatchObject({ archivedAt: null })
  await tick({ clock: () => week, workspaceId })
  expect(await runs()).toBeGreaterThan(0)
})

test('a run can be made under an earlier version', async () => {
  const { context, modelId } = await twoVersions()
  const { id } = await startRun(context, { id: modelId, version: 1, asOf: '2026-06-01' })
  expect(await getRun(context, { id })).toMatchObject({ version: 1 })
  const unknown = startRun(context, { id: modelId, version: 8 })
  await expect(unknown).rejects.toMatchObject({ code: 'not_found', path: ['version'] })
})

test('the history says who did what with a model, in pages, and nothing of other models', async () => {
  const { context, contextOf, modelId } = await twoVersions()
  await rollBackModel(context, { id: modelId, version: 1, note: 'Too few' })
  await duplicateModel(context, { id: modelId, name: 'Another' })
  await startRun(context, { id: modelId, version: 1, asOf: '2026-06-01' })
  const words = [
    'Scored everybody as of 1 Jun 2026 under v1',
    'Duplicated as “Another”',
    'Rolled back to v1, published as v3: Too few',
    'Changed the draft',
    'Published v2',
    'Changed the draft',
    'Published v1: Begin',
    'Made the model “Test”',
  ]
  const viewer = contextOf('viewer')
  const all = modelHistoryOutput.parse(await listModelHistory(viewer, { id: modelId }))
  expect(all.items.map((item) => item.words)).toEqual(words)
  expect(all.items[0]).toMatchObject({ actor: 'editor@example.org', operation: 'runs.start' })

  const first = await listModelHistory(viewer, { id: modelId, limit: 5 })
  const rest = await listModelHistory(viewer, { id: modelId, limit: 5, cursor: first.nextCursor ?? '' })
  expect([...first.items, ...rest.items]).toEqual(all.items)
  expect(rest.nextCursor).toBe(null)
})

test('viewers and strangers change nothing', async () => {
  const { contextOf, modelId, etag } = await twoVersions()
  const stranger = (await newWorkspace()).contextOf('owner')
  for (const [context, code] of [
    [contextOf('viewer'), 'forbidden'],
    [stranger, 'not_found'],
  ] as const) {
    for (const write of [
      () => rollBackModel(context, { id: modelId, version: 1 }),
      () => discard(context, { id: modelId, ifMatch: etag }),
      () => duplicateModel(context, { id: modelId }),
      () => archiveModel(context, { id: modelId }),
      () => restoreModel(context, { id: modelId }),
    ])
      await expect(write()).rejects.toMatchObject({ code })
  }
})
