import { expect, test } from 'vitest'
import { createModel, publishModel, putDraft } from '@/lib/models/operations'
import { scoreRun } from '@/lib/engagement/score-run'
import { NOW, modelDocument, newWorkspace, storeEvents } from '@/lib/engagement/testing'
import { db } from '@/lib/server/db'
import { warehouse } from '@/lib/warehouse/client'
import { modelsOverview } from './operations'
import { modelsOverviewOutput } from './schema'

const document = modelDocument() as Record<string, unknown>

const daysAgo = (days: number) => NOW.getTime() - days * 86_400_000

test('a model that is only drafted says so', async () => {
  const { contextOf } = await newWorkspace()
  const { id } = await createModel(contextOf(), { document })
  const found = await modelsOverview(contextOf('viewer'), {})
  expect(modelsOverviewOutput.parse(found)).toEqual(found)
  expect(found).toMatchObject({
    items: [{ id, name: 'Test', version: null, draftDiffers: null, n: null, asOf: null, tiers: [] }],
    nextCursor: null,
    counts: { inUse: 1, archived: 0 },
  })
})

test('a published and scored model says by whom, of how many, and in which tiers', async () => {
  const { id: workspace, contextOf } = await newWorkspace({ lastReceivedAt: NOW })
  const people = ['ada', 'ben', 'cyd', 'dan']
  await storeEvents(
    people.flatMap((person, times) =>
      Array.from({ length: times + 1 }, (_, day) => ({
        workspace,
        identity: `user:${person}`,
        name: 'login',
        at: daysAgo(day + 1),
      })),
    ),
  )
  const { id, etag } = await createModel(contextOf(), { document })
  const { runId } = await publishModel(contextOf(), { id, note: 'First' })
  await scoreRun({ runId })

  const published = await modelsOverview(contextOf('viewer'), {})
  expect(modelsOverviewOutput.parse(published)).toEqual(published)
  const [listed] = published.items
  expect(listed).toMatchObject({
    id,
    version: 1,
    publishedAt: NOW,
    publishedBy: 'editor@example.org',
    draftDiffers: false,
    draftChanges: 0,
    n: 4,
    asOf: NOW,
    scoredVersion: 1,
  })
  expect(listed?.tiers.map(({ key }) => key)).toEqual(['at-risk', 'regular', 'power'])
  expect(listed?.tiers.reduce((sum, tier) => sum + tier.people, 0)).toBe(4)

  const tag = (await db().model.findUniqueOrThrow({ where: { id } })).draftTag ?? etag
  await putDraft(contextOf(), { id, document: { ...document, window: { days: 60 } }, ifMatch: tag })
  expect((await modelsOverview(contextOf(), {})).items).toMatchObject([
    { draftDiffers: true, draftChanges: 1 },
  ])
})

test('archived models are listed apart, the newest archived first', async () => {
  const { contextOf } = await newWorkspace()
  const [kept, first, second] = await Promise.all([1, 2, 3].map(() => createModel(contextOf(), { document })))
  await db().model.update({ where: { id: first!.id }, data: { archivedAt: new Date(daysAgo(2)) } })
  await db().model.update({ where: { id: second!.id }, data: { archivedAt: new Date(daysAgo(1)) } })
  const counts = { inUse: 1, archived: 2 }
  expect(await modelsOverview(contextOf(), {})).toMatchObject({ items: [{ id: kept!.id }], counts })
  const archived = await modelsOverview(contextOf(), { archived: true })
  expect(archived).toMatchObject({ items: [{ id: second!.id }, { id: first!.id }], counts })

  const page = await modelsOverview(contextOf(), { archived: true, limit: 1 })
  expect(page.items).toHaveLength(1)
  const next = await modelsOverview(contextOf(), { archived: true, limit: 1, cursor: page.nextCursor! })
  expect(next).toMatchObject({ items: [{ id: first!.id }], nextCursor: null })
})

test('models of another workspace are not listed', async () => {
  const other = await newWorkspace()
  await createModel(other.contextOf(), { document })
  const { contextOf } = await newWorkspace()
  expect(await modelsOverview(contextOf(), {})).toMatchObject({
    items: [],
    counts: { inUse: 0, archived: 0 },
  })
})

/** As the ratings of a version would be; of contact 3 an older one stays beside it. */
async function rate(workspace_id: string, version_id: string): Promise<void> {
  const at = NOW.toISOString()
  const given = {
    workspace_id,
    version_id,
    last_action: 'read',
    last_action_at: at,
    known_since: at,
    as_of: at,
  }
  const row = (person_id: number, stars: number, folded_at = at) => ({
    ...given,
    person_id,
    stars,
    folded_at,
  })
  const before = new Date(daysAgo(1)).toISOString()
  await warehouse().insert({
    table: 'contact_ratings',
    values: [row(1, 2), row(2, 2), row(3, 5), row(3, 1, before), row(4, 0)],
    format: 'JSONEachRow',
    clickhouse_settings: { date_time_input_format: 'best_effort' },
  })
}

test('a contact model says how many contacts have how many stars, once all are rated', async () => {
  const { id: workspace, contextOf } = await newWorkspace({ lastReceivedAt: NOW })
  const { id, etag } = await createModel(contextOf(), { document: { kind: 'contact', name: 'Newsletter' } })
  const { runId } = await publishModel(contextOf(), { id })
  const listed = async () => {
    const found = await modelsOverview(contextOf('viewer'), {})
    expect(modelsOverviewOutput.parse(found)).toEqual(found)
    return found.items[0]
  }
  expect(await listed()).toMatchObject({ kind: 'contact', version: 1, n: null, stars: null, tiers: [] })

  const run = await db().run.update({ where: { id: runId }, data: { state: 'done', progress: 1 } })
  await rate(workspace, run.versionId)
  const scored = { n: 3, asOf: NOW, scoredVersion: 1, tiers: [], stars: [0, 2, 0, 0, 1] }
  expect(await listed()).toMatchObject({ ...scored, draftDiffers: false, draftChanges: 0 })

  const steeper = { kind: 'contact', name: 'Newsletter', gravity: 2 }
  await putDraft(contextOf(), { id, document: steeper, ifMatch: etag })
  expect(await listed()).toMatchObject({ ...scored, draftDiffers: true, draftChanges: 1 })
})
