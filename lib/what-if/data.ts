import { randomUUID } from 'node:crypto'
import type { WorkspaceId } from '@/lib/auth/workspace-id'
import { stored } from '@/lib/engagement/data'
import { enqueue } from '@/lib/jobs/queue'
import type { EngagementDocument } from '@/lib/scoring/engagement/document'
import { db } from '@/lib/server/db'

const underWay = ['queued', 'running'] as const
const inVain = ['failed', 'cancelled'] as const
const DAY_MS = 86_400_000
/** How long a count that ended in vain is told of. */
const REST_MS = 2 * 60_000

export type CountRow = NonNullable<Awaited<ReturnType<typeof findCount>>>

export function findCount(workspaceId: WorkspaceId, id: string) {
  return db().previewCount.findFirst({ where: { id, workspaceId } })
}

/** What was counted of a workspace at an instant and can be read, the newest first. */
export function findDoneCounts(workspaceId: WorkspaceId, asOf: Date) {
  return db().previewCount.findMany({
    where: { workspaceId, asOf, state: 'done' },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
  })
}

/** The newest instant after `since` that somebody has counted for a preview of a model; null where none is. */
export async function findCountedInstant(
  workspaceId: WorkspaceId,
  modelId: string,
  since: Date,
): Promise<Date | null> {
  const found = await db().previewCount.findFirst({
    where: { workspaceId, modelId, asOf: { gt: since }, state: { in: [...underWay, 'done'] } },
    select: { asOf: true },
    orderBy: { asOf: 'desc' },
  })
  return found?.asOf ?? null
}

type NewCounts = {
  workspaceId: WorkspaceId
  modelId: string
  fingerprint: string
  document: EngagementDocument
  /** The instants that nothing is counted at. */
  instants: readonly Date[]
  now: Date
  /** Counts again what failed or was cancelled. */
  again: boolean
  /** Ids of those that were done when the caller looked. */
  seen: readonly string[]
}

/** The ids of the counts that are done, of all instants. */
export async function listDoneIds(workspaceId: WorkspaceId, fingerprint: string): Promise<string[]> {
  const where = { workspaceId, fingerprint, state: 'done' } as const
  return (await db().previewCount.findMany({ where, select: { id: true } })).map(({ id }) => id)
}

/**
 * The counts at each of the instants that are under way, ended in vain, or were done a moment ago; those there are none
 * of are queued, to be counted in one pass by one job. Whoever asks for the same at the same time gets the same rows.
 */
export function startCounts({ instants, now, again, seen, ...asked }: NewCounts): Promise<CountRow[]> {
  const { workspaceId, fingerprint } = asked
  const same = { workspaceId, fingerprint, asOf: { in: [...instants] } }
  return db().$transaction(async (tx) => {
    await tx.$queryRaw`
      SELECT 1 FROM pg_advisory_xact_lock(hashtext('what-if'), hashtext(${`${workspaceId} ${fingerprint}`}))`
    // Somebody who comes back after a while wants it counted after all.
    const since = new Date(now.getTime() - REST_MS)
    await tx.previewCount.deleteMany({
      where: { ...same, state: { in: [...inVain] }, ...(!again && { finishedAt: { lt: since } }) },
    })
    const known = await tx.previewCount.findMany({
      where: { ...same, id: { notIn: [...seen] } },
      orderBy: { createdAt: 'desc' },
    })
    const at = (asOf: Date) => known.find((row) => row.asOf.getTime() === asOf.getTime())
    const missing = instants.filter((asOf) => !at(asOf))
    const rows = missing.map((asOf) => ({
      ...asked,
      id: randomUUID(),
      document: stored(asked.document),
      asOf,
      createdAt: now,
      usedAt: now,
    }))
    if (rows.length === 0) return instants.flatMap((asOf) => at(asOf) ?? [])
    await tx.previewCount.createMany({ data: rows })
    await enqueue('count-preview', { countIds: rows.map(({ id }) => id) }, tx)
    const ids = [...instants.flatMap((asOf) => at(asOf)?.id ?? []), ...rows.map(({ id }) => id)]
    return tx.previewCount.findMany({ where: { id: { in: ids } } })
  })
}

/** Takes the counts of a job that wait, or whose job died in the middle. None when they have ended. */
export async function beginCounts(ids: readonly string[], now: Date) {
  await db().previewCount.updateMany({
    where: { id: { in: [...ids] }, state: { in: [...underWay] } },
    data: { state: 'running', progress: 0, startedAt: now },
  })
  return db().previewCount.findMany({
    where: { id: { in: [...ids] }, state: 'running' },
    include: { workspace: { select: { timeZone: true } } },
    orderBy: { asOf: 'desc' },
  })
}

export async function isCancelAsked(ids: readonly string[]): Promise<boolean> {
  const going = await db().previewCount.count({ where: { id: { in: [...ids] }, cancelRequestedAt: null } })
  return going < ids.length
}

export async function saveCountProgress(ids: readonly string[], progress: number): Promise<void> {
  await db().previewCount.updateMany({
    where: { id: { in: [...ids] }, state: 'running' },
    data: { progress },
  })
}

/** Makes what was counted readable; false when it was cancelled in the last moment. */
export async function finishCounts(ids: readonly string[], people: number, now: Date): Promise<boolean> {
  const done = await db().previewCount.updateMany({
    where: { id: { in: [...ids] }, state: 'running', cancelRequestedAt: null },
    data: { state: 'done', progress: 1, people, finishedAt: now, usedAt: now },
  })
  return done.count === ids.length
}

/** Ends those that still work. */
export async function endCounts(
  ids: readonly string[],
  state: 'failed' | 'cancelled',
  now: Date,
  error?: string,
): Promise<void> {
  await db().previewCount.updateMany({
    where: { id: { in: [...ids] }, state: { in: ['running', 'done'] } },
    data: { state, error, finishedAt: now },
  })
}

/** Asks a count to stop, and with it what its job counts beside it. One that waits ends at once. */
export async function requestCountCancel({ workspaceId, fingerprint, createdAt }: CountRow, now: Date) {
  const ofJob = { workspaceId, fingerprint, createdAt }
  const asked = { cancelRequestedAt: now }
  await db().previewCount.updateMany({
    where: { ...ofJob, state: 'queued' },
    data: { ...asked, state: 'cancelled', finishedAt: now },
  })
  await db().previewCount.updateMany({
    where: { ...ofJob, state: 'running', cancelRequestedAt: null },
    data: asked,
  })
}

/** So that it is kept; written now and then only, as previews come many a second. */
export async function touchCounts(ids: readonly string[], now: Date): Promise<void> {
  if (ids.length === 0) return
  const longAgo = new Date(now.getTime() - 10 * 60_000)
  await db().previewCount.updateMany({
    where: { id: { in: [...ids] }, usedAt: { lt: longAgo } },
    data: { usedAt: now },
  })
}

/** When events last came into a workspace, by whatever way; null when none did. */
export async function eventsCameAt(workspaceId: string): Promise<Date | null> {
  const [workspace, file] = await Promise.all([
    db().workspace.findUnique({ where: { id: workspaceId }, select: { lastReceivedAt: true } }),
    db().import.findFirst({
      where: { workspaceId, dryRun: false, accepted: { gt: 0 }, finishedAt: { not: null } },
      select: { finishedAt: true },
      orderBy: { finishedAt: 'desc' },
    }),
  ])
  const times = [workspace?.lastReceivedAt, file?.finishedAt].flatMap((at) => at?.getTime() ?? [])
  return times.length > 0 ? new Date(Math.max(...times)) : null
}

/** Counts that may be of no use any more: ended, or begun over a day ago and never ended. */
export function listOldCounts(now: Date) {
  const hourAgo = new Date(now.getTime() - 3_600_000)
  const dayAgo = new Date(now.getTime() - DAY_MS)
  return db().previewCount.findMany({
    where: {
      OR: [
        { state: { in: ['done', 'failed', 'cancelled'] }, usedAt: { lt: hourAgo } },
        { state: { in: [...underWay] }, createdAt: { lt: dayAgo } },
      ],
    },
    orderBy: { createdAt: 'asc' },
  })
}

/** Whether a model's scores at the instant of a count were made after it. */
export async function hasNewerRun({ modelId, asOf, startedAt }: CountRow): Promise<boolean> {
  const newer = { modelId, asOf, run: { startedAt: { gt: startedAt ?? new Date(0) } } }
  return (await db().snapshot.count({ where: newer })) > 0
}

export async function deleteCount(id: string): Promise<void> {
  await db().previewCount.deleteMany({ where: { id } })
}

/** When the run of a snapshot read the events. */
export async function runStartedAt(runId: string): Promise<Date | null> {
  return (await db().run.findUnique({ where: { id: runId }, select: { startedAt: true } }))?.startedAt ?? null
}
