import type { WorkspaceId } from '@/lib/auth/workspace-id'
import { db } from '@/lib/server/db'

/** By id of the version: how many people its newest scores have, and of when they are. */
export async function newestScores(modelId: string) {
  const newest = await db().snapshot.findMany({
    where: { modelId },
    distinct: ['versionId'],
    orderBy: [{ versionId: 'asc' }, { asOf: 'desc' }],
    select: { versionId: true, people: true, asOf: true },
  })
  return new Map(newest.map(({ versionId, ...scores }) => [versionId, scores]))
}

/** By id of the version of a contact model: how many contacts it rated when it last rated all, and when that was. */
export async function newestRebuilds(modelId: string) {
  const newest = await db().run.findMany({
    where: { modelId, state: 'done' },
    distinct: ['versionId'],
    orderBy: [{ versionId: 'asc' }, { finishedAt: 'desc' }],
    select: { versionId: true, people: true, asOf: true },
  })
  return new Map(newest.map(({ versionId, ...rated }) => [versionId, rated]))
}

/** The instants at which versions have scores, newest first. */
export function instantsOf(versionIds: readonly string[]) {
  return db().snapshot.findMany({
    where: { versionId: { in: [...versionIds] } },
    select: { versionId: true, asOf: true },
    orderBy: { asOf: 'desc' },
  })
}

/**
 * Takes a model out of use, or back into it. False when it is to be archived while scores of it wait or are being made:
 * they would come to a model that nobody looks at.
 */
export function setArchived(workspaceId: WorkspaceId, id: string, archivedAt: Date | null): Promise<boolean> {
  return db().$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Model" WHERE id = ${id}::uuid FOR UPDATE`
    const working = await tx.run.count({ where: { modelId: id, state: { in: ['queued', 'running'] } } })
    if (archivedAt && working > 0) return false
    await tx.model.updateMany({ where: { id, workspaceId }, data: { archivedAt } })
    return true
  })
}

/** The fields of a subject that name a model. */
const naming = ['id', 'model', 'modelId', 'source'] as const

/** What the audit says of a model, newest first, from behind the entry `after`. */
export function auditOf(workspaceId: WorkspaceId, modelId: string, limit: number, after?: string) {
  return db().auditEntry.findMany({
    where: { workspaceId, OR: naming.map((field) => ({ subject: { path: [field], equals: modelId } })) },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: limit,
    ...(after && { cursor: { id: after }, skip: 1 }),
  })
}
