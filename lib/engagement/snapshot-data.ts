import { type RunSummary, runSummarySchema } from '@/lib/scoring/engagement/run-summary'
import { db } from '@/lib/server/db'

const withVersion = {
  version: { select: { number: true, document: true, referenceAsOf: true, reference: true } },
} as const

/** The scores of a model that are readable, newest instant first. */
export function listSnapshots(modelId: string) {
  return db().snapshot.findMany({
    where: { modelId },
    select: { asOf: true, runId: true, people: true, scheduled: true, version: { select: { number: true } } },
    orderBy: [{ asOf: 'desc' }, { version: { number: 'desc' } }],
  })
}

/** At `asOf`, or the newest; of `version`, or of the newest version that has one. */
export function findSnapshot(modelId: string, { asOf, version }: { asOf?: Date; version?: number }) {
  return db().snapshot.findFirst({
    where: { modelId, asOf, version: { number: version } },
    include: withVersion,
    orderBy: [{ version: { number: 'desc' } }, { asOf: 'desc' }],
  })
}

export type SnapshotRow = NonNullable<Awaited<ReturnType<typeof findSnapshot>>>

/** The scores of a run, as long as they are the live ones of their point. */
export function findSnapshotOfRun(modelId: string, runId: string): Promise<SnapshotRow | null> {
  return db().snapshot.findFirst({ where: { modelId, runId }, include: withVersion })
}

/** The newest scheduled one of a version with `after < asOf ≤ until`. */
export function findScheduledBetween(versionId: string, after: Date, until: Date) {
  return db().snapshot.findFirst({
    where: { versionId, scheduled: true, asOf: { gt: after, lte: until } },
    include: withVersion,
    orderBy: { asOf: 'desc' },
  })
}

/** All scheduled ones of a version in `[from, to]`, oldest first, without what a page of one needs. */
export function findScheduledSnapshots(versionId: string, from: Date, to: Date) {
  return db().snapshot.findMany({
    where: { versionId, scheduled: true, asOf: { gte: from, lte: to } },
    select: { asOf: true, runId: true, summary: true },
    orderBy: { asOf: 'asc' },
  })
}

/** Whether these scores are still the live ones of their point. */
export async function isLive(runId: string): Promise<boolean> {
  return (await db().snapshot.count({ where: { runId } })) > 0
}

export const summaryOfSnapshot = (snapshot: { summary: unknown }): RunSummary =>
  runSummarySchema.parse(snapshot.summary)
