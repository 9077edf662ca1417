import type { EngagementDocument } from '@/lib/scoring/engagement/document'
import type { RunSummary } from '@/lib/scoring/engagement/run-summary'
import { AppError } from '@/lib/server/errors'
import { documentOf, type findModel } from './data'
import type { RunRow } from './run-data'
import type { DistributionView, ModelView, RunView, TierShare } from './schema'
import { type SnapshotRow, summaryOfSnapshot } from './snapshot-data'

type ModelRow = NonNullable<Awaited<ReturnType<typeof findModel>>>

export function modelView({ versions: [live], ...model }: ModelRow): ModelView {
  const { id, kind, name, starter, createdAt, archivedAt } = model
  return {
    id,
    kind,
    name,
    starter,
    createdAt,
    archivedAt,
    version: live?.number ?? null,
    publishedAt: live?.publishedAt ?? null,
    publishedBy: live?.publishedBy ?? null,
  }
}

export function runView({ version, ...run }: RunRow): RunView {
  const { id, modelId, asOf, batchId, scheduled, progress, people, seconds, error } = run
  const { createdAt, startedAt, finishedAt } = run
  return {
    id,
    modelId,
    version: version.number,
    asOf,
    batchId,
    scheduled,
    // A run never is `uploaded`, a state that only imports have.
    state: run.state as RunView['state'],
    progress,
    people,
    seconds,
    error,
    createdAt,
    startedAt,
    finishedAt,
  }
}

function tierShares({ tiers }: Pick<EngagementDocument, 'tiers'>, counted: RunSummary['tiers']): TierShare[] {
  return tiers.map((tier) => ({
    ...tier,
    people: counted.find(({ key }) => key === tier.key)?.people ?? 0,
  }))
}

type Reference = DistributionView['reference']

/**
 * What the histogram shows: the stored summary under a reference (default: the version's own), with the tiers of the
 * version it was made under. Throws AppError `conflict` where the scores were not placed under that reference.
 */
export function distributionView(snapshot: SnapshotRow, asked?: Reference): DistributionView {
  const { other, ...summary } = summaryOfSnapshot(snapshot)
  const document = documentOf(snapshot.version)
  const own = document.normalisation.reference.type
  const reference = asked ?? own
  const placed = reference === own ? summary : other
  if (!placed) throw notPlaced(reference, snapshot.asOf)
  return {
    ...summary,
    ...placed,
    tiers: tierShares(document, placed.tiers),
    reference,
    referenceAsOf: reference === 'frozen' ? snapshot.version.referenceAsOf : snapshot.asOf,
    asOf: snapshot.asOf,
    version: snapshot.version.number,
    scheduled: snapshot.scheduled,
  }
}

/** Scores of an instant that know nothing of a reference: what a run made before both were placed. */
export const notPlaced = (reference: Reference, asOf: Date) =>
  new AppError(
    'conflict',
    `The scores at ${asOf.toISOString()} were not placed under a ${reference} reference. Score again at that instant.`,
    ['reference'],
  )
