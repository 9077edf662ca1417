import { beforeEach, expect, test } from 'vitest'
import {
  getDistribution,
  listScores,
  listSnapshots,
  overview,
  restateModel,
} from '@/lib/engagement/operations'
import { NOW, modelDocument, newWorkspace } from '@/lib/engagement/testing'
import { listPeople } from '@/lib/people/operations'
import { listKnownPeople, saveKnownPeople } from '@/lib/known-people/operations'
import type { Context } from '@/lib/server/context'
import { db } from '@/lib/server/db'
import { tierSteps } from '@/lib/tier-steps/operations'
import { contactModelPage } from './contact-model-page'
import { modelPage } from './engagement-model-page'
import * as models from './operations'

const document = { kind: 'contact', name: 'Newsletter' }
const steeper = { ...document, gravity: 1.5, actions: [{ action: 'read', points: 3 }] }

let context: Context
let id: string
let etag: string

beforeEach(async () => {
  const made = await newWorkspace({ lastOccurredAt: new Date('2026-06-01T08:00:00Z') })
  context = made.contextOf()
  ;({ id, etag } = await models.createModel(context, { document }))
})

const saved = async (next: Record<string, unknown>) => {
  ;({ etag } = await models.putDraft(context, { id, document: next, ifMatch: etag }))
}

/** As if the contacts had been rated: what waits is done. */
const rated = () =>
  db().run.updateMany({
    where: { modelId: id, state: 'queued' },
    data: { state: 'done', people: 3, progress: 1 },
  })

const jobsOf = (runId: string) =>
  db().$queryRaw<unknown[]>`SELECT 1 FROM graphile_worker.jobs WHERE key = ${`rebuild-contacts:${runId}`}`

test('a contact model begins as a draft, exactly as it was sent', async () => {
  expect(await models.getModel(context, { id })).toMatchObject({
    kind: 'contact',
    name: 'Newsletter',
    version: null,
  })
  expect(await models.getDraft(context, { id })).toMatchObject({ document, etag })
  const page = await contactModelPage(context, id)
  expect(page).toMatchObject({ model: { id, name: 'Newsletter' }, live: null, draft: { etag } })
  expect(page.draft.document).toMatchObject({ gravity: 1, stars: [2, 3, 5, 9], floor: null })
  expect(page.draft.document.actions).toHaveLength(10)
})

test('a model stays of its kind', async () => {
  const refusal = { code: 'invalid', path: ['kind'] }
  const people = modelDocument() as Record<string, unknown>
  await expect(models.putDraft(context, { id, document: people, ifMatch: etag })).rejects.toMatchObject(
    refusal,
  )
  const other = await models.createModel(context, { document: people })
  await expect(
    models.putDraft(context, { id: other.id, document, ifMatch: other.etag }),
  ).rejects.toMatchObject(refusal)
  await expect(contactModelPage(context, other.id)).rejects.toMatchObject({ code: 'conflict' })
  await expect(modelPage(context, id)).rejects.toMatchObject({ code: 'conflict' })
})

test('a wrong draft is refused with its path', async () => {
  const wrong = { ...document, actions: [{ action: 'read', severity: 1 }] }
  const refusal = { code: 'invalid', path: ['actions', 0, 'severity'], status: 422 }
  await expect(models.createModel(context, { document: wrong })).rejects.toMatchObject(refusal)
  await expect(models.putDraft(context, { id, document: wrong, ifMatch: etag })).rejects.toMatchObject(
    refusal,
  )
})

test('publishing makes immutable versions, each with a run that rates all contacts', async () => {
  const first = await models.publishModel(context, { id, note: 'Begin' })
  expect(first.version).toBe(1)
  expect(await jobsOf(first.runId)).toHaveLength(1)
  await rated()
  await saved(steeper)
  expect((await models.publishModel(context, { id })).version).toBe(2)

  const { items } = await models.listVersions(context, { id })
  expect(items).toMatchObject([
    {
      version: 2,
      document: { gravity: 1.5, actions: [{ action: 'subscribed' }, { action: 'read', points: 3 }] },
    },
    { version: 1, note: 'Begin', document: { gravity: 1 } },
  ])
  const history = await models.listVersionHistory(context, { id })
  expect(history.items).toMatchObject([
    { version: 2, live: true, people: null },
    { version: 1, live: false, people: 3, changes: [] },
  ])
  expect(history.items[0]?.changes).toEqual(
    expect.arrayContaining(['Read: points 2 → 3', 'Removed click', 'Gravity 1 → 1.5']),
  )
  expect(await models.getVersion(context, { id, version: 1 })).toMatchObject({ document: { gravity: 1 } })
  expect(await contactModelPage(context, id)).toMatchObject({
    live: { version: 2, document: { gravity: 1.5 } },
  })
})

test('an earlier version is published again, and the draft becomes it', async () => {
  await models.publishModel(context, { id })
  await saved(steeper)
  await models.publishModel(context, { id })
  expect(await models.rollBackModel(context, { id, version: 1 })).toMatchObject({ version: 3 })
  const page = await contactModelPage(context, id)
  expect(page).toMatchObject({
    live: { version: 3, document: { gravity: 1 } },
    draft: { document: { gravity: 1 } },
  })
})

test('a draft is discarded, and copied into a model of its own', async () => {
  await models.publishModel(context, { id })
  await saved(steeper)
  const copy = await models.duplicateModel(context, { id })
  expect(copy).toMatchObject({ kind: 'contact', name: 'Newsletter copy', draft: { gravity: 1.5 } })
  expect((await contactModelPage(context, copy.id)).draft.document.gravity).toBe(1.5)
  await models.discard(context, { id, ifMatch: etag })
  expect((await contactModelPage(context, id)).draft.document.gravity).toBe(1)
})

test('a run rates all contacts again; of an instant it cannot be', async () => {
  await expect(models.startRun(context, { id })).rejects.toMatchObject({ code: 'conflict' })
  await models.publishModel(context, { id })
  await rated()
  const { id: runId, ids } = await models.startRun(context, { id, version: 1 })
  expect([ids, await jobsOf(runId)]).toEqual([[runId], [expect.anything()]])

  const asked = [{ asOf: '2026-05-01' }, { from: '2026-05-01', to: '2026-06-01', every: 'day' as const }]
  for (const one of asked) {
    const [field] = Object.keys(one)
    const refused = models.startRun(context, { id, ...one })
    await expect(refused).rejects.toMatchObject({ code: 'invalid', path: [field] })
    await expect(refused).rejects.toThrow(/stars of contacts are always of now/)
  }
  await models.publishModel(context, { id })
  await expect(models.startRun(context, { id, version: 1 })).rejects.toMatchObject({ path: ['version'] })
})

test('an archived one is rated again when it comes back into use', async () => {
  await models.publishModel(context, { id })
  await expect(models.archiveModel(context, { id })).rejects.toMatchObject({ code: 'conflict' })
  await rated()
  expect(await models.archiveModel(context, { id })).toMatchObject({ archivedAt: NOW })
  await expect(models.publishModel(context, { id })).rejects.toMatchObject({ code: 'conflict' })
  await models.restoreModel(context, { id })
  const waiting = await db().run.findMany({ where: { modelId: id, state: 'queued' } })
  expect(waiting).toHaveLength(1)
})

test('what is asked of scores of people is refused in words', async () => {
  await models.publishModel(context, { id })
  const asked: Promise<unknown>[] = [
    listScores(context, { id }),
    getDistribution(context, { id }),
    listSnapshots(context, { id }),
    restateModel(context, { id }),
    overview(context, { model: id }),
    models.compare(context, { id }),
    tierSteps(context, { id }),
    listKnownPeople(context, { id }),
    saveKnownPeople(context, { id, people: [] }),
    listPeople(context, { model: id }),
  ]
  const answers = await Promise.allSettled(asked)
  expect(
    answers.map((one) => (one.status === 'rejected' ? (one.reason as Error).message : 'answered')),
  ).toEqual(asked.map(() => 'This is a contact model: it gives stars to contacts, not scores to people.'))
  expect((await overview(context, {})).model).toBeNull()
})
