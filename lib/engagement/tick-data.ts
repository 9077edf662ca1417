import { type WorkspaceId, mintWorkspaceId } from '@/lib/auth/workspace-id'
import { db } from '@/lib/server/db'
import type { PastRun } from './due-points'

/** What the jobs of the clock take. */
export type TickOptions = {
  clock?: () => Date
  /** One workspace alone; default all. */
  workspaceId?: WorkspaceId
}

const observed = { id: true, timeZone: true, lastReceivedAt: true, lastOccurredAt: true } as const

/** Every published engagement model in use with its live version and the times of its workspace. */
export async function listTickedModels(workspaceId?: WorkspaceId) {
  const models = await db().model.findMany({
    where: { workspaceId, kind: 'engagement', archivedAt: null, versions: { some: {} } },
    select: {
      id: true,
      workspace: { select: observed },
      versions: { select: { id: true }, orderBy: { number: 'desc' }, take: 1 },
    },
    orderBy: { id: 'asc' },
  })
  return models.flatMap(({ id, workspace, versions: [live] }) =>
    live ? [{ id, versionId: live.id, workspaceId: mintWorkspaceId(workspace.id), times: workspace }] : [],
  )
}

export type TickedModel = Awaited<ReturnType<typeof listTickedModels>>[number]

/** The instant of the model's newest scheduled snapshot before `newest`, and the live version's runs since. */
export async function findPast({ id, versionId }: TickedModel, newest: Date) {
  const snapshot = await db().snapshot.findFirst({
    where: { modelId: id, scheduled: true, asOf: { lt: newest } },
    select: { asOf: true },
    orderBy: { asOf: 'desc' },
  })
  const before = snapshot?.asOf ?? null
  const runs = await db().run.findMany({
    where: {
      versionId,
      scheduled: true,
      asOf: { ...(before ? { gt: before } : { gte: newest }), lte: newest },
    },
    select: { asOf: true, state: true, createdAt: true, finishedAt: true },
  })
  const past = runs.map(({ asOf, state, createdAt, finishedAt }): PastRun => ({
    asOf,
    state,
    at: finishedAt ?? createdAt,
  }))
  return { before, runs: past }
}

/** Does the work unless somebody else is at that of the same model, in whichever process. */
export function aloneWithModel(modelId: string, work: () => Promise<void>): Promise<void> {
  return db().$transaction(
    async (tx) => {
      const [lock] = await tx.$queryRaw<{ taken: boolean }[]>`
        SELECT pg_try_advisory_xact_lock(hashtext('tick'), hashtext(${modelId})) AS taken`
      if (lock?.taken) await work()
    },
    { timeout: 60_000 },
  )
}

/** The workspaces of models, with what tells their observedUntil. */
export function listObservedWorkspaces(workspaceId?: WorkspaceId) {
  return db().workspace.findMany({ where: { id: workspaceId, models: { some: {} } }, select: observed })
}

/** The scheduled snapshots of a workspace before `until`, but the newest of each version; oldest first. */
export async function listOldSnapshots(workspaceId: string, until: Date) {
  const ofWorkspace = { scheduled: true, model: { workspaceId } }
  const newest = await db().snapshot.groupBy({ by: ['versionId'], where: ofWorkspace, _max: { asOf: true } })
  const old = await db().snapshot.findMany({
    where: { ...ofWorkspace, asOf: { lt: until } },
    select: { versionId: true, asOf: true, runId: true },
    orderBy: { asOf: 'asc' },
  })
  const kept = new Map(newest.map(({ versionId, _max }) => [versionId, _max.asOf?.getTime()]))
  return old.filter(({ versionId, asOf }) => kept.get(versionId) !== asOf.getTime())
}

export type OldSnapshot = Awaited<ReturnType<typeof listOldSnapshots>>[number]

/** True when it was there: a run may have replaced it meanwhile. */
export async function deleteSnapshot(snapshot: OldSnapshot): Promise<boolean> {
  return (await db().snapshot.deleteMany({ where: snapshot })).count > 0
}
