import { randomUUID } from 'node:crypto'
import type { WorkspaceId } from '@/lib/auth/workspace-id'
import { type EngagementDocument, parseEngagementDocument } from '@/lib/scoring/engagement/document'
import type { ModelKind } from '@/lib/scoring/model-document'
import type { Prisma } from '@/prisma/generated/client'
import { db } from '@/lib/server/db'
import { AppError } from '@/lib/server/errors'
import type { ReferenceSummary } from './reference'
import { insertBatch, insertRun } from './run-data'

/** JSON as the database takes it: what JSON cannot express is gone. */
export const stored = (value: unknown): Prisma.InputJsonValue => JSON.parse(JSON.stringify(value))

/** The document of a published version of an engagement model. It was parsed before it was stored, so a refusal here is a bug. */
export function documentOf(version: { document: unknown }): EngagementDocument {
  const parsed = parseEngagementDocument(version.document)
  if (!parsed.ok) throw new Error(`a published document is not valid: ${parsed.message}`)
  return parsed.document
}

const newestVersion = { versions: { orderBy: { number: 'desc' }, take: 1 } } as const

/** Those in use; the archived ones beside them only where they are asked for. */
export function listModels(workspaceId: WorkspaceId, { archived = false } = {}) {
  return db().model.findMany({
    where: { workspaceId, ...(!archived && { archivedAt: null }) },
    include: newestVersion,
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
}

/** With its newest version, archived or not; null unless it is of the workspace. */
export function findModel(workspaceId: WorkspaceId, id: string) {
  return db().model.findFirst({ where: { id, workspaceId }, include: newestVersion })
}

/** Scores of people were asked of a model that has none. */
export const scoresNobody = () =>
  new AppError('conflict', 'This is a contact model: it gives stars to contacts, not scores to people.')

async function findModelInUse(workspaceId: WorkspaceId, id: string) {
  const where = { id, workspaceId, archivedAt: null }
  const model = await db().model.findFirst({ where, include: newestVersion })
  if (model && model.kind !== 'engagement') throw scoresNobody()
  return model
}

/**
 * An engagement model in use with its newest version: the one asked for, else the workspace's newest published one, else
 * its newest draft. Throws AppError `conflict` where the one asked for is a contact model.
 */
export async function findModelToShow(workspaceId: WorkspaceId, id?: string) {
  if (id) return findModelInUse(workspaceId, id)
  const find = (published: Prisma.ModelWhereInput) =>
    db().model.findFirst({
      where: { workspaceId, kind: 'engagement', archivedAt: null, ...published },
      include: newestVersion,
      orderBy: { createdAt: 'desc' },
    })
  return (await find({ versions: { some: {} } })) ?? (await find({}))
}

export function listVersions(modelId: string) {
  return db().modelVersion.findMany({ where: { modelId }, orderBy: { number: 'desc' } })
}

export function findVersion(modelId: string, number: number) {
  return db().modelVersion.findUnique({ where: { modelId_number: { modelId, number } } })
}

type NewModel = { name: string; document: unknown }

export function insertModel(workspaceId: WorkspaceId, kind: ModelKind, { name, document }: NewModel) {
  const data = { workspaceId, kind, name, draft: stored(document), draftTag: randomUUID() }
  return db().model.create({ data, select: { id: true, draftTag: true } })
}

type ChangedDraft = NewModel & { id: string; tag: string; savedAt: Date; savedBy: string }

/** Answers the draft's new tag, or null when the draft is not the one of `tag` any more. */
export async function updateDraft(
  workspaceId: WorkspaceId,
  { id, tag, name, document, savedAt, savedBy }: ChangedDraft,
): Promise<string | null> {
  const draftTag = randomUUID()
  const changed = await db().model.updateMany({
    where: { id, workspaceId, draftTag: tag, archivedAt: null },
    data: { name, draft: stored(document), draftTag, draftSavedAt: savedAt, draftSavedBy: savedBy },
  })
  return changed.count > 0 ? draftTag : null
}

type Publication = {
  modelId: string
  document: EngagementDocument
  note: string
  publishedBy: string
  now: Date
  run: { asOf: Date; scheduled: boolean }
  /** The document becomes the draft too: what was in it goes. */
  replacesDraft?: boolean
  /** The past points that are scored behind the run. */
  restated: readonly Date[]
  /** Of a version whose reference is pinned: the id under which it is stored already. */
  pinned?: { versionId: string; reference: ReferenceSummary }
}

type Transaction = Prisma.TransactionClient

async function insertVersion(tx: Transaction, workspaceId: WorkspaceId, publication: Publication) {
  const { modelId, document, note, publishedBy, now, run, restated, pinned } = publication
  await tx.$queryRaw`SELECT 1 FROM "Model" WHERE id = ${modelId}::uuid FOR UPDATE`
  const newest = await tx.modelVersion.aggregate({ where: { modelId }, _max: { number: true } })
  const version = await tx.modelVersion.create({
    data: {
      id: pinned?.versionId,
      modelId,
      number: (newest._max.number ?? 0) + 1,
      document: stored(document),
      note,
      publishedBy,
      publishedAt: now,
      referenceAsOf: pinned?.reference.asOf ?? run.asOf,
      reference: pinned && stored(pinned.reference),
    },
  })
  const draft = {
    draft: stored(document),
    draftTag: randomUUID(),
    draftSavedAt: now,
    draftSavedBy: publishedBy,
  }
  await tx.model.update({
    where: { id: modelId },
    data: { name: document.name, ...(publication.replacesDraft && draft) },
  })
  const ofVersion = { workspaceId, modelId, versionId: version.id, now }
  const runId = await insertRun(tx, { ...ofVersion, ...run })
  const points = restated.filter((asOf) => asOf.getTime() !== run.asOf.getTime())
  await insertBatch(
    tx,
    points.map((asOf) => ({ ...ofVersion, asOf, scheduled: true })),
  )
  return { version: version.number, runId }
}

/** Writes the next version and queues its first run and the past behind it; all or nothing. */
export function publishVersion(workspaceId: WorkspaceId, publication: Publication) {
  return db().$transaction((tx) => insertVersion(tx, workspaceId, publication))
}

type Starter = Omit<Publication, 'modelId'> & { name: string }

/** Writes, publishes and runs a starter model; null when the workspace has an engagement model already. */
export function insertStarter(workspaceId: WorkspaceId, { name, ...publication }: Starter) {
  return db().$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Workspace" WHERE id = ${workspaceId}::uuid FOR UPDATE`
    if ((await countModels(workspaceId, tx)) > 0) return null
    const model = await tx.model.create({
      data: {
        workspaceId,
        kind: 'engagement',
        name,
        starter: true,
        draft: stored(publication.document),
        draftTag: randomUUID(),
      },
    })
    const published = await insertVersion(tx, workspaceId, { ...publication, modelId: model.id })
    return { id: model.id, ...published }
  })
}

/** Engagement models in use. */
export function countModels(workspaceId: WorkspaceId, client: Pick<Transaction, 'model'> = db()) {
  return client.model.count({ where: { workspaceId, kind: 'engagement', archivedAt: null } })
}

/** The zone of a workspace, and what `observedUntil` asks of it. */
export function workspaceTimes(workspaceId: WorkspaceId) {
  return db().workspace.findUniqueOrThrow({
    where: { id: workspaceId },
    select: { timeZone: true, lastReceivedAt: true, lastOccurredAt: true },
  })
}
