import { randomUUID } from 'node:crypto'
import type { WorkspaceId } from '@/lib/auth/workspace-id'
import { enqueue } from '@/lib/jobs/queue'
import type { RunSummary } from '@/lib/scoring/engagement/run-summary'
import type { Prisma } from '@/prisma/generated/client'
import { db } from '@/lib/server/db'

export type NewRun = {
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

/**
 * Writes runs of one version that are done together, and their one job; returns their ids in the order given. The id of
 * the newest point is that of the batch, and stands for all of them.
 */
export async function insertBatch(tx: Prisma.TransactionClient, runs: readonly NewRun[]): Promise<string[]> {
  const rows = runs.map(({ now, ...run }) => ({ ...run, id: randomUUID(), createdAt: now }))
  const newest = rows.toSorted((a, b) => b.asOf.getTime() - a.asOf.getTime())[0]
  if (!newest) return []
  await tx.run.createMany({ data: rows.map((row) => ({ ...row, batchId: newest.id })) })
  await enqueue('restate', { batchId: newest.id }, tx)
  return rows.map(({ id }) => id)
}

/** Queues all of them or none, several of them to be done together; returns their ids in order. */
export function insertRuns(runs: readonly NewRun[]): Promise<string[]> {
  return db().$transaction(async (tx) => {
    const [only] = runs
    return only && runs.length === 1 ? [await insertRun(tx, only)] : insertBatch(tx, runs)
  })
}

/** The ids of the runs of a version that wait, by instant: each will see every event there is by now. */
async function waitingRuns(tx: Prisma.TransactionClient, versionId: string): Promise<Map<number, string>> {
  await tx.$queryRaw`SELECT 1 FROM "ModelVersion" WHERE id = ${versionId}::uuid FOR UPDATE`
  const runs = await tx.run.findMany({
    where: { versionId, state: 'queued', cancelRequestedAt: null },
    select: { id: true, asOf: true },
  })
  return new Map(runs.map(({ asOf, id }) => [asOf.getTime(), id]))
}

/** Queues a run unless one of the same version and instant waits already: that one will see the same events. */
export function insertRunOnce(run: NewRun): Promise<string | null> {
  return db().$transaction(async (tx) => {
    const waiting = await waitingRuns(tx, run.versionId)
    return waiting.has(run.asOf.getTime()) ? null : insertRun(tx, run)
  })
}

/**
 * Queues runs of one version to be done together, but for those of instants that wait already. Returns the ids of what
 * is queued or waits, in the order of the runs.
 */
export function insertBatchOnce(runs: readonly NewRun[]): Promise<string[]> {
  return db().$transaction(async (tx) => {
    const [{ versionId } = { versionId: '' }] = runs
    const waiting = await waitingRuns(tx, versionId)
    const missing = runs.filter(({ asOf }) => !waiting.has(asOf.getTime()))
    const queued = await insertBatch(tx, missing)
    missing.forEach(({ asOf }, index) => waiting.set(asOf.getTime(), queued[index] ?? ''))
    return runs.flatMap(({ asOf }) => waiting.get(asOf.getTime()) ?? [])
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

/** One run alone comes before runs that are done together, behind it. */
const aloneFirst = { batchId: { sort: 'asc', nulls: 'first' } } as const

/** The model's run that works or waits, the one furthest first. */
export function findRunUnderWay(modelId: string) {
  return db().run.findFirst({
    where: { modelId, state: { in: ['running', 'queued'] } },
    include: withVersion,
    orderBy: [aloneFirst, { state: 'desc' }, { createdAt: 'desc' }],
  })
}

export function findLastRun(modelId: string) {
  return db().run.findFirst({
    where: { modelId },
    include: withVersion,
    orderBy: [{ createdAt: 'desc' }, aloneFirst],
  })
}

/** A run and, where it is done together with others, those. */
async function together(id: string): Promise<Prisma.RunWhereInput> {
  const run = await db().run.findUnique({ where: { id }, select: { batchId: true } })
  return run?.batchId ? { batchId: run.batchId } : { id }
}

/**
 * A waiting run is cancelled at once; a working one is asked to stop. Runs that have ended stay as they are. Of runs
 * that are done together each stands for all of them.
 */
export async function requestCancel(workspaceId: WorkspaceId, id: string, now: Date): Promise<void> {
  const asked = { cancelRequestedAt: now }
  const named = { workspaceId, ...(await together(id)) }
  await db().run.updateMany({
    where: { ...named, state: 'queued' },
    data: { ...asked, state: 'cancelled', finishedAt: now },
  })
  await db().run.updateMany({
    where: { ...named, state: 'running', cancelRequestedAt: null },
    data: asked,
  })
}

const withAll = { version: true, workspace: { select: { timeZone: true } } } as const

/**
 * Takes the runs that wait, or whose job died in the middle, with all they need, the newest point first: the one of
 * this id, or all that are done together under it. None when they have ended.
 */
export async function beginRuns(of: { id: string } | { batchId: string }, now: Date) {
  const begun = await db().run.updateMany({
    where: { ...of, state: { in: ['queued', 'running'] } },
    data: { state: 'running', progress: 0, startedAt: now },
  })
  if (begun.count === 0) return []
  return db().run.findMany({
    where: { ...of, state: 'running' },
    include: withAll,
    orderBy: { asOf: 'desc' },
  })
}

export type RunToDo = Awaited<ReturnType<typeof beginRuns>>[number]

const PATIENCE_MS = 3_600_000

/** Whether a run of the same version that was asked for no later still waits or works. One that never ends is not waited for. */
export async function isBehindRun(batchId: string, now: Date): Promise<boolean> {
  const batch = await db().run.findUnique({
    where: { id: batchId },
    select: { versionId: true, createdAt: true },
  })
  if (!batch || now.getTime() - batch.createdAt.getTime() > PATIENCE_MS) return false
  const before = await db().run.count({
    where: {
      versionId: batch.versionId,
      batchId: null,
      state: { in: ['queued', 'running'] },
      createdAt: { lte: batch.createdAt },
    },
  })
  return before > 0
}

/** Whether the work on these runs is to stop. */
export async function isCancelRequested(ids: readonly string[]): Promise<boolean> {
  const runs = await db().run.findMany({
    where: { id: { in: [...ids] } },
    select: { cancelRequestedAt: true },
  })
  return runs.length < ids.length || runs.some(({ cancelRequestedAt }) => cancelRequestedAt !== null)
}

/** `progress` from 0 to 1, of those that still work. */
export async function saveProgress(ids: readonly string[], progress: number): Promise<void> {
  await db().run.updateMany({ where: { id: { in: [...ids] }, state: 'running' }, data: { progress } })
}

/** Ends those that still work. */
export async function endRuns(
  ids: readonly string[],
  state: 'failed' | 'cancelled',
  now: Date,
  error?: string,
): Promise<void> {
  await db().run.updateMany({
    where: { id: { in: [...ids] }, state: 'running' },
    data: { state, error, finishedAt: now },
  })
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
