import type { WorkspaceId } from '@/lib/auth/workspace-id'
import { db } from '@/lib/server/db'

/** When a run began to read: what came later it may not have seen. */
export async function runStarted(runId: string): Promise<Date> {
  const run = await db().run.findUniqueOrThrow({
    where: { id: runId },
    select: { startedAt: true, createdAt: true },
  })
  return run.startedAt ?? run.createdAt
}

const withRun = { version: true, run: { select: { startedAt: true, createdAt: true } } } as const

/** The scores of a model at an instant, or the newest; of a version, or of the newest that has some; with their run. */
export function findScores(modelId: string, { asOf, version }: { asOf?: Date; version?: number }) {
  return db().snapshot.findFirst({
    where: { modelId, asOf, version: { number: version } },
    include: withRun,
    orderBy: [{ version: { number: 'desc' } }, { asOf: 'desc' }],
  })
}

/** Scores of a run with all that explains them: the whole version, and when the run began. */
export type ScoresRow = NonNullable<Awaited<ReturnType<typeof findScores>>>

/** Those of some runs; the ones that were replaced meanwhile are missing. */
export function findScoresOfRuns(runIds: readonly string[]): Promise<ScoresRow[]> {
  return db().snapshot.findMany({ where: { runId: { in: [...runIds] } }, include: withRun })
}

/** The scheduled instants of a model in `[from, to]`, oldest first, of one instant the newest version first. */
export function scheduledPoints(modelId: string, from: Date, to: Date) {
  return db().snapshot.findMany({
    where: { modelId, scheduled: true, asOf: { gte: from, lte: to } },
    select: { asOf: true, runId: true, versionId: true, version: { select: { number: true } } },
    orderBy: [{ asOf: 'asc' }, { version: { number: 'desc' } }],
  })
}

export function findVersions(ids: readonly string[]) {
  return db().modelVersion.findMany({ where: { id: { in: [...ids] } } })
}

/** Who made the claims that people of the workspace made, by the times of those (ms since epoch), from the audit. */
export async function changeActors(
  workspaceId: WorkspaceId,
  claims: readonly { claimedAt: number }[],
): Promise<Map<number, string>> {
  if (claims.length === 0) return new Map()
  const times = [...new Set(claims.map(({ claimedAt }) => claimedAt))]
  const entries = await db().auditEntry.findMany({
    where: {
      workspaceId,
      operation: { in: ['people.merge', 'people.unmerge'] },
      OR: times.map((at) => ({ subject: { path: ['at'], equals: new Date(at).toISOString() } })),
    },
    select: { actor: true, subject: true },
  })
  return new Map(entries.map(({ actor, subject }) => [Date.parse((subject as { at: string }).at), actor]))
}
