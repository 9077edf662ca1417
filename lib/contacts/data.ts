import { randomUUID } from 'node:crypto'
import type { WorkspaceId } from '@/lib/auth/workspace-id'
import { stored } from '@/lib/engagement/data'
import { enqueue } from '@/lib/jobs/queue'
import { type ContactDocument, parseContactDocument } from '@/lib/scoring/contacts/document'
import { db } from '@/lib/server/db'
import type { Prisma } from '@/prisma/generated/client'

const parsed = new Map<string, ContactDocument>()
const MOST_PARSED = 500

/** The document of a published version. It was parsed before it was stored, so a refusal here is a bug. */
export function contactDocumentOf(version: { id: string; document: unknown }): ContactDocument {
  const known = parsed.get(version.id)
  if (known) return known
  const read = parseContactDocument(version.document)
  if (!read.ok) throw new Error(`a published contact document is not valid: ${read.message}`)
  if (parsed.size >= MOST_PARSED) parsed.clear()
  parsed.set(version.id, read.document)
  return read.document
}

/** Versions back from the newest among which the one is looked for whose ratings are complete. */
const FAR_ENOUGH = 20

const withRatings = {
  versions: {
    orderBy: { number: 'desc' },
    take: FAR_ENOUGH,
    select: {
      id: true,
      number: true,
      document: true,
      runs: { select: { id: true, state: true, progress: true }, orderBy: { createdAt: 'desc' } },
    },
  },
} as const

/** The newest contact model in use that is published, or the one that is asked for; null where there is none. */
export function findPublishedContactModel(workspaceId: WorkspaceId, id?: string) {
  return db().model.findFirst({
    where: { id, workspaceId, kind: 'contact', archivedAt: null, versions: { some: {} } },
    include: withRatings,
    orderBy: { createdAt: 'desc' },
  })
}

export type PublishedContactModel = NonNullable<Awaited<ReturnType<typeof findPublishedContactModel>>>

/** All of them, the oldest first; of one workspace or of all. */
export function listPublishedContactModels(workspaceId?: WorkspaceId) {
  return db().model.findMany({
    where: { workspaceId, kind: 'contact', archivedAt: null, versions: { some: {} } },
    include: {
      ...withRatings,
      workspace: {
        select: { timeZone: true, lastReceivedAt: true, lastOccurredAt: true },
      },
    },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
}

type Publication = {
  modelId: string
  document: ContactDocument
  note: string
  publishedBy: string
  /** The document becomes the draft too: what was in it goes. */
  replacesDraft?: boolean
  now: Date
  asOf: Date
}

type Transaction = Prisma.TransactionClient

type NewRebuild = { workspaceId: WorkspaceId; modelId: string; versionId: string; asOf: Date; now: Date }

async function insertRebuildRun(tx: Transaction, { now, ...run }: NewRebuild): Promise<string> {
  const { id } = await tx.run.create({ data: { ...run, createdAt: now }, select: { id: true } })
  await enqueue('rebuild-contacts', { runId: id }, tx)
  return id
}

/** Queues the making of all ratings of a version, unless that waits already; answers the run's id. */
export function insertRebuild(rebuild: NewRebuild): Promise<string> {
  return db().$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "ModelVersion" WHERE id = ${rebuild.versionId}::uuid FOR UPDATE`
    const waiting = await tx.run.findFirst({
      where: { versionId: rebuild.versionId, state: 'queued', cancelRequestedAt: null },
      select: { id: true },
    })
    return waiting?.id ?? insertRebuildRun(tx, rebuild)
  })
}

async function insertContactVersion(tx: Transaction, workspaceId: WorkspaceId, publication: Publication) {
  const { modelId, document, note, publishedBy, now, asOf } = publication
  await tx.$queryRaw`SELECT 1 FROM "Model" WHERE id = ${modelId}::uuid FOR UPDATE`
  const newest = await tx.modelVersion.aggregate({ where: { modelId }, _max: { number: true } })
  const version = await tx.modelVersion.create({
    data: {
      modelId,
      number: (newest._max.number ?? 0) + 1,
      document: stored(document),
      note,
      publishedBy,
      publishedAt: now,
      referenceAsOf: asOf,
    },
    select: { id: true, number: true },
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
  const runId = await insertRebuildRun(tx, { workspaceId, modelId, versionId: version.id, asOf, now })
  return { version: version.number, runId }
}

/** Writes the next version and queues the rebuild; all or nothing. */
export function publishContactVersion(workspaceId: WorkspaceId, publication: Publication) {
  return db().$transaction((tx) => insertContactVersion(tx, workspaceId, publication))
}

/** Writes and publishes a first contact model; null when one in use is published already. */
export function insertFirstContactModel(
  workspaceId: WorkspaceId,
  publication: Omit<Publication, 'modelId' | 'replacesDraft'>,
) {
  return db().$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Workspace" WHERE id = ${workspaceId}::uuid FOR UPDATE`
    const ofKind = { workspaceId, kind: 'contact', archivedAt: null }
    if ((await tx.model.count({ where: { ...ofKind, versions: { some: {} } } })) > 0) return null
    const { id } = await tx.model.create({
      data: {
        workspaceId,
        kind: 'contact',
        name: publication.document.name,
        draft: stored(publication.document),
        draftTag: randomUUID(),
      },
      select: { id: true },
    })
    return { id, ...(await insertContactVersion(tx, workspaceId, { ...publication, modelId: id })) }
  })
}
