import type { WorkspaceId } from '@/lib/auth/workspace-id'
import { stored } from '@/lib/engagement/data'
import { enqueue } from '@/lib/jobs/queue'
import { db } from '@/lib/server/db'
import { AppError } from '@/lib/server/errors'
import type { Effect } from './schema'

const underWay = ['queued', 'running'] as const

/** Of most pages. */
const SHOWN = 20

export function listTruncations(workspaceId: WorkspaceId) {
  return db().truncation.findMany({ where: { workspaceId }, orderBy: { createdAt: 'desc' }, take: SHOWN })
}

export type TruncationRow = Awaited<ReturnType<typeof listTruncations>>[number]

export function findTruncation(workspaceId: WorkspaceId, id: string) {
  return db().truncation.findFirst({ where: { workspaceId, id } })
}

type NewTruncation = {
  workspaceId: WorkspaceId
  before: Date
  effect: Effect
  createdBy: string
  createdAt: Date
}

/** Queues a truncation. Throws AppError `conflict` while another one is under way. */
export function insertTruncation({ effect, ...row }: NewTruncation): Promise<TruncationRow> {
  return db().$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Workspace" WHERE id = ${row.workspaceId}::uuid FOR UPDATE`
    const going = await tx.truncation.count({
      where: { workspaceId: row.workspaceId, state: { in: [...underWay] } },
    })
    if (going > 0) throw new AppError('conflict', 'Old actions are being dropped already.')
    const made = await tx.truncation.create({ data: { ...row, effect: stored(effect) } })
    await enqueue('truncate-contacts', { truncationId: made.id }, tx)
    return made
  })
}

/** Takes a truncation that waits, or whose job died in the middle. Null when it has ended. */
export async function beginTruncation(id: string, now: Date) {
  await db().truncation.updateMany({
    where: { id, state: { in: [...underWay] } },
    data: { state: 'running', startedAt: now },
  })
  return db().truncation.findFirst({ where: { id, state: 'running' } })
}

export async function isTruncationCancelled(ids: readonly string[]): Promise<boolean> {
  const going = await db().truncation.count({ where: { id: { in: [...ids] }, cancelRequestedAt: null } })
  return going < ids.length
}

export async function saveTruncationProgress(ids: readonly string[], progress: number): Promise<void> {
  await db().truncation.updateMany({
    where: { id: { in: [...ids] }, state: 'running' },
    data: { progress },
  })
}

export async function addDropped(id: string, dropped: number): Promise<void> {
  await db().truncation.updateMany({ where: { id }, data: { dropped: { increment: dropped } } })
}

export async function endTruncation(
  id: string,
  state: 'done' | 'failed' | 'cancelled',
  now: Date,
  error?: string,
): Promise<void> {
  await db().truncation.updateMany({
    where: { id, state: 'running' },
    data: { state, error, finishedAt: now, ...(state === 'done' && { progress: 1 }) },
  })
}

/** Asks one to stop; one that waits ends at once. */
export async function requestTruncationCancel(
  workspaceId: WorkspaceId,
  id: string,
  now: Date,
): Promise<void> {
  await db().truncation.updateMany({
    where: { workspaceId, id, state: 'queued' },
    data: { cancelRequestedAt: now, state: 'cancelled', finishedAt: now },
  })
  await db().truncation.updateMany({
    where: { workspaceId, id, state: 'running', cancelRequestedAt: null },
    data: { cancelRequestedAt: now },
  })
}
