import type { WorkspaceId } from '@/lib/auth/workspace-id'
import { enqueue } from '@/lib/jobs/queue'
import type { DemoLoad, Prisma } from '@/prisma/generated/client'
import { db } from '@/lib/server/db'

export function findLoad(workspaceId: WorkspaceId): Promise<DemoLoad | null> {
  return db().demoLoad.findUnique({ where: { workspaceId } })
}

/** Writes a load and its job. */
async function insertLoad(tx: Prisma.TransactionClient, workspaceId: WorkspaceId): Promise<void> {
  await tx.demoLoad.create({ data: { workspaceId } })
  await enqueue('load-demo', { workspaceId }, tx)
}

/**
 * Queues a load. One that failed or was cancelled goes on where it stopped, with the days it began with. False when
 * the workspace has events of another origin, or one is waiting, at work or done.
 */
export function queueLoad(workspaceId: WorkspaceId): Promise<boolean> {
  return db().$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Workspace" WHERE id = ${workspaceId}::uuid FOR UPDATE`
    const load = await tx.demoLoad.findUnique({ where: { workspaceId } })
    if (load) {
      if (load.state !== 'failed' && load.state !== 'cancelled') return false
      await tx.demoLoad.update({
        where: { workspaceId },
        data: { state: 'queued', error: null, cancelRequestedAt: null, finishedAt: null },
      })
      await enqueue('load-demo', { workspaceId }, tx)
      return true
    }
    if (await hasEvents(workspaceId, tx)) return false
    await insertLoad(tx, workspaceId)
    return true
  })
}

/** Whether anything came in, or is coming in. */
export async function hasEvents(
  workspaceId: WorkspaceId,
  client: Pick<Prisma.TransactionClient, 'workspace'> = db(),
): Promise<boolean> {
  const { lastOccurredAt, lastReceivedAt, writingSince } = await client.workspace.findUniqueOrThrow({
    where: { id: workspaceId },
    select: { lastOccurredAt: true, lastReceivedAt: true, writingSince: true },
  })
  return Boolean(lastOccurredAt ?? lastReceivedAt ?? writingSince)
}

/** Asks the job to stop; one that has not begun stops here. False when there is nothing to stop. */
export async function cancelLoad(workspaceId: WorkspaceId, now: Date): Promise<boolean> {
  const waiting = await db().demoLoad.updateMany({
    where: { workspaceId, state: 'queued' },
    data: { state: 'cancelled', cancelRequestedAt: now, finishedAt: now },
  })
  const running = await db().demoLoad.updateMany({
    where: { workspaceId, state: 'running' },
    data: { cancelRequestedAt: now },
  })
  return waiting.count + running.count > 0
}

/** Takes a load for the job, with the zone of its workspace: null when it is gone, or not to be done (any more). */
export async function beginLoad(workspaceId: WorkspaceId, now: Date) {
  const begun = await db().demoLoad.updateMany({
    where: { workspaceId, state: { in: ['queued', 'running'] } },
    data: { state: 'running', startedAt: now, progress: 0, events: 0 },
  })
  if (begun.count === 0) return null
  return db().demoLoad.findUnique({
    where: { workspaceId },
    include: { workspace: { select: { timeZone: true } } },
  })
}

type Progress = { progress: number; events: number; phase: string }

/** Stores how far the job is. Answers whether it was asked to stop. */
export async function saveProgress(workspaceId: WorkspaceId, progress: Progress): Promise<boolean> {
  const { cancelRequestedAt } = await db().demoLoad.update({ where: { workspaceId }, data: progress })
  return cancelRequestedAt !== null
}

export async function endLoad(
  workspaceId: WorkspaceId,
  end: { state: 'done' | 'failed' | 'cancelled'; error?: string },
  now: Date,
): Promise<void> {
  const done = end.state === 'done' ? { progress: 1, phase: '' } : {}
  await db().demoLoad.update({ where: { workspaceId }, data: { ...end, ...done, finishedAt: now } })
}

/** The demo's model, with its versions; null before it was made. */
export function findDemoModel(workspaceId: WorkspaceId, name: string) {
  return db().model.findFirst({
    where: { workspaceId, kind: 'engagement', name, archivedAt: null },
    select: { id: true, versions: { select: { id: true } } },
    orderBy: { createdAt: 'asc' },
  })
}

/** The demo's contact model, the only one that is published; null before it was made. */
export function findDemoContactModel(workspaceId: WorkspaceId) {
  return db().model.findFirst({
    where: { workspaceId, kind: 'contact', archivedAt: null, versions: { some: {} } },
    select: { id: true },
    orderBy: { createdAt: 'asc' },
  })
}

/** How far the runs of a model are, from 0 to 1, and how many of them have not ended. */
export async function runsOf(modelId: string): Promise<{ progress: number; open: number }> {
  const runs = await db().run.findMany({ where: { modelId }, select: { state: true, progress: true } })
  const open = runs.filter(({ state }) => state === 'queued' || state === 'running')
  const left = open.reduce((sum, { progress }) => sum + 1 - progress, 0)
  return { progress: runs.length > 0 ? 1 - left / runs.length : 0, open: open.length }
}

/** The runs of a model that have not ended; one of those that are done together, as it stands for all of them. */
export async function openRuns(modelId: string): Promise<string[]> {
  const runs = await db().run.findMany({
    where: { modelId, state: { in: ['queued', 'running'] } },
    select: { id: true, batchId: true },
  })
  return [...new Map(runs.map(({ id, batchId }) => [batchId ?? id, id])).values()]
}

/** Whether runs of a model were cancelled, and none waits or works. */
export async function wereRunsCancelled(modelId: string): Promise<boolean> {
  const byState = await db().run.groupBy({ by: ['state'], where: { modelId } })
  const states = new Set(byState.map(({ state }) => state))
  return states.has('cancelled') && !states.has('queued') && !states.has('running')
}
