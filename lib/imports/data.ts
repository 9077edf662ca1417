import type { WorkspaceId } from '@/lib/auth/workspace-id'
import { enqueue } from '@/lib/jobs/queue'
import type { Import, Prisma } from '@/prisma/generated/client'
import { db } from '@/lib/server/db'
import type { ImportKind, ImportView, RejectReason } from './schema'

export function createImport(data: Prisma.ImportUncheckedCreateInput) {
  return db().import.create({ data })
}

export function findImport(workspaceId: WorkspaceId, id: string): Promise<Import | null> {
  return db().import.findFirst({ where: { id, workspaceId } })
}

/** Newest first; from the one after `cursor` on. */
export function listImports(workspaceId: WorkspaceId, limit: number, cursor?: string): Promise<Import[]> {
  return db().import.findMany({
    where: { workspaceId },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: limit,
    ...(cursor && { cursor: { id: cursor }, skip: 1 }),
  })
}

type Settings = {
  kind: ImportKind
  mapping: Prisma.InputJsonObject
  dryRun: boolean
  timeZone: string | null
  assumeYear: number | null
}

const startable = ['uploaded', 'done', 'failed', 'cancelled'] as const

/** Queues an import from its first row. False when it is already waiting or running. */
export function startImport(workspaceId: WorkspaceId, id: string, settings: Settings): Promise<boolean> {
  return db().$transaction(async (tx) => {
    const changed = await tx.import.updateMany({
      where: { id, workspaceId, state: { in: [...startable] } },
      data: {
        ...settings,
        state: 'queued',
        progress: 0,
        rows: 0,
        accepted: 0,
        duplicates: 0,
        rejected: 0,
        reasons: [],
        error: null,
        cancelRequestedAt: null,
        startedAt: null,
        finishedAt: null,
      },
    })
    if (changed.count > 0) await enqueue('import-file', { importId: id }, tx)
    return changed.count > 0
  })
}

/** Queues an import again from the row where it stopped. False unless it failed or was cancelled. */
export function resumeImport(workspaceId: WorkspaceId, id: string): Promise<boolean> {
  return db().$transaction(async (tx) => {
    const changed = await tx.import.updateMany({
      where: { id, workspaceId, state: { in: ['failed', 'cancelled'] } },
      data: { state: 'queued', error: null, cancelRequestedAt: null, finishedAt: null },
    })
    if (changed.count > 0) await enqueue('import-file', { importId: id }, tx)
    return changed.count > 0
  })
}

/** Asks the job to stop; one that has not begun stops here. False when there is nothing to stop. */
export async function cancelImport(workspaceId: WorkspaceId, id: string, now: Date): Promise<boolean> {
  const waiting = await db().import.updateMany({
    where: { id, workspaceId, state: { in: ['uploaded', 'queued'] } },
    data: { state: 'cancelled', cancelRequestedAt: now, finishedAt: now },
  })
  const running = await db().import.updateMany({
    where: { id, workspaceId, state: 'running' },
    data: { cancelRequestedAt: now },
  })
  return waiting.count + running.count > 0
}

/** Takes an import for the job: null when it is gone, or is not to be done (any more). */
export async function beginImport(id: string, now: Date): Promise<Import | null> {
  const begun = await db().import.updateMany({
    where: { id, state: { in: ['queued', 'running'] } },
    data: { state: 'running', startedAt: now },
  })
  return begun.count > 0 ? db().import.findUnique({ where: { id } }) : null
}

type Progress = { progress: number; rows: number; accepted: number; duplicates: number; rejected: number }

/** Stores how far the job is. Answers whether it was asked to stop. */
export async function saveProgress(
  id: string,
  progress: Progress,
  reasons: RejectReason[],
): Promise<boolean> {
  const { cancelRequestedAt } = await db().import.update({ where: { id }, data: { ...progress, reasons } })
  return cancelRequestedAt !== null
}

export async function finishImport(
  id: string,
  end: { state: 'done' | 'failed' | 'cancelled'; error?: string; accepted?: number; duplicates?: number },
  now: Date,
): Promise<void> {
  const progress = end.state === 'done' ? { progress: 1 } : {}
  await db().import.update({ where: { id }, data: { ...end, ...progress, finishedAt: now } })
}

/** Only what pages and the API may see: a new column stays hidden until it is named here. */
export function toView(row: Import): ImportView {
  return {
    id: row.id,
    kind: row.kind,
    fileName: row.fileName,
    state: row.state,
    dryRun: row.dryRun,
    progress: row.progress,
    rows: row.rows,
    accepted: row.accepted,
    duplicates: row.duplicates,
    rejected: row.rejected,
    error: row.error,
    createdBy: row.createdBy,
    createdAt: row.createdAt,
    startedAt: row.startedAt,
    finishedAt: row.finishedAt,
    size: Number(row.size),
    reasons: row.reasons as RejectReason[],
  }
}
