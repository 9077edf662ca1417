import type { WorkspaceId } from '@/lib/auth/workspace-id'
import { enqueue } from '@/lib/jobs/queue'
import type { RunSummary } from '@/lib/scoring/engagement/run-summary'
import type { Prisma } from '@/prisma/generated/client'
import { db } from '@/lib/server/db'

type NewRun = {
  workspaceId: WorkspaceId
  modelId: string
  versionId: string
  asOf: Date
  scheduled: boolean
  now: Date
}

/** Writes a run and its job; returns its id. */
export async function insertRun(tx: Prisma.TransactionClient, { now, ...run }: NewRun): Promise<string> {
  const { id } = await tx.run.create({ data: { ...run, createdAt: now }, select: { id: true } })
  await enqueue('score-run', { runId: id }, tx)
  return id
}

/** For hundreds of rows; the default is five seconds. */
const patient = { timeout: 60_000 }

/** Queues all of them or none; returns their ids in order. */
export function insertRuns(runs: readonly NewRun[]): Promise<string[]> {
  return db().$transaction(async (tx) => {
    const ids: string[] = []
    for (const run of runs) ids.push(await insertRun(tx, run))
    const batchId = ids.at(-1)
    if (ids.length > 1) await tx.run.updateMany({ where: { id: { in: ids } }, data: { batchId } })
    return ids
  }, patient)
}

/** Queues a run unless one of the same version and instant waits already: that one will see the same events. */
export function insertRunOnce(run: NewRun): Promise<string | null> {
  return db().$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "ModelVersion" WHERE id = ${run.versionId}::uuid FOR UPDATE`
    const waiting = {
      versionId: run.versionId,
      asOf: run.asOf,
      state: 'queued',
      cancelRequestedAt: null,
    } as const
    return (await tx.run.count({ where: waiting })) > 0 ? null : insertRun(tx, run)
  })
}

const withVersion = { version: { select: { number: true } } } as const

export function findRun(workspaceId: WorkspaceId, id: string) {
  return db().run.findFirst({ where: { id, workspaceId }, include: withVersion })
}

export type RunRow = NonNullable<Awaited<ReturnType<typeof findRun>>>

/** Newest first; from the one after `cursor` on. */
export function listRuns(
  workspaceId: WorkspaceId,
  modelId: string | undefined,
  limit: number,
  cursor?: string,
) {
  return db().run.findMany({
    where: { workspaceId, modelId },
    include: withVersion,
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: limit,
    ...(cursor && { cursor: { id: cursor }, skip: 1 }),
  })
}

/** The model's run that works or waits, the one furthest first. */
export function findRunUnderWay(modelId: string) {
  return db().run.findFirst({
    where: { modelId, state: { in: ['running', 'queued'] } },
    include: withVersion,
    orderBy: [{ state: 'desc' }, { createdAt: 'desc' }],
  })
}

export function findLastRun(modelId: string) {
  return db().run.findFirst({ where: { modelId }, include: withVersion, orderBy: { createdAt: 'desc' } })
}

/**
 * A waiting run is cancelled at once; a working one is asked to stop. Runs that have ended stay as they are. The id of
 * runs that were asked for together, that of their newest point, stands for all of them.
 */
export async function requestCancel(workspaceId: WorkspaceId, id: string, now: Date): Promise<void> {
  const asked = { cancelRequestedAt: now }
  const named = { workspaceId, OR: [{ id }, { batchId: id }] }
  await db().run.updateMany({
    where: { ...named, state: 'queued' },
    data: { ...asked, state: 'cancelled', finishedAt: now },
  })
  await db().run.updateMany({
    where: { ...named, state: 'running', cancelRequestedAt: null },
    data: asked,
  })
}

/** Takes a run that waits, or one whose job died in the middle, with all it needs; null when it has ended. */
export async function beginRun(id: string, now: Date) {
  const begun = await db().run.updateMany({
    where: { id, state: { in: ['queued', 'running'] } },
    data: { state: 'running', progress: 0, startedAt: now },
  })
  if (begun.count === 0) return null
  return db().run.findUniqueOrThrow({
    where: { id },
    include: { version: true, workspace: { select: { timeZone: true } } },
  })
}

export type RunToDo = NonNullable<Awaited<ReturnType<typeof beginRun>>>

export async function isCancelRequested(id: string): Promise<boolean> {
  const run = await db().run.findUnique({ where: { id }, select: { cancelRequestedAt: true } })
  return run === null || run.cancelRequestedAt !== null
}

/** `progress` from 0 to 1. */
export async function saveProgress(id: string, progress: number): Promise<void> {
  await db().run.updateMany({ where: { id, state: 'running' }, data: { progress } })
}

export async function endRun(
  id: string,
  state: 'failed' | 'cancelled',
  now: Date,
  error?: string,
): Promise<void> {
  await db().run.updateMany({ where: { id, state: 'running' }, data: { state, error, finishedAt: now } })
}

export type RunOutcome =
  /** The run is the live one of its point; the scores of `replaced` are not read any more. */
  | { kind: 'live'; replaced: string | null }
  /** One that began later has ended before: its scores stay, these are not needed. */
  | { kind: 'superseded' }
  | { kind: 'cancelled' }

/** Ends a run and makes its scores those of (version, asOf), in one transaction. */
export function finishRun(run: RunToDo, summary: RunSummary, now: Date): Promise<RunOutcome> {
  return db().$transaction(async (tx) => {
    // Two runs of one point end one after the other, so each sees whom it replaces.
    await tx.$queryRaw`SELECT 1 FROM "ModelVersion" WHERE id = ${run.versionId}::uuid FOR UPDATE`
    const seconds = (now.getTime() - (run.startedAt ?? now).getTime()) / 1000
    const ended = await tx.run.updateMany({
      where: { id: run.id, state: 'running', cancelRequestedAt: null },
      data: { state: 'done', progress: 1, people: summary.n, seconds, finishedAt: now },
    })
    if (ended.count === 0) return { kind: 'cancelled' }

    const point = { versionId: run.versionId, asOf: run.asOf }
    const before = await tx.snapshot.findUnique({ where: { versionId_asOf: point }, include: { run: true } })
    if (before?.run.startedAt && run.startedAt && before.run.startedAt > run.startedAt)
      return { kind: 'superseded' }
    const scheduled = run.scheduled || (before?.scheduled ?? false)
    const live = { runId: run.id, people: summary.n, scheduled, summary }
    await tx.snapshot.upsert({
      where: { versionId_asOf: point },
      create: { ...point, modelId: run.modelId, ...live },
      update: live,
    })
    return { kind: 'live', replaced: before?.runId ?? null }
  })
}
