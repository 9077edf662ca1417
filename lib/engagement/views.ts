import type { EngagementDocument } from '@/lib/scoring/engagement/document'
import type { RunSummary } from '@/lib/scoring/engagement/run-summary'
import { documentOf, type findModel } from './data'
import type { RunRow } from './run-data'
import type { RunView, TierShare } from './schema'
import { type SnapshotRow, summaryOfSnapshot } from './snapshot-data'

type ModelRow = NonNullable<Awaited<ReturnType<typeof findModel>>>

export function modelView({ id, kind, name, starter, createdAt, versions: [live] }: ModelRow) {
  return {
    id,
    kind,
    name,
    starter,
    createdAt,
    /** The newest version; null until something is published. */
    version: live?.number ?? null,
    publishedAt: live?.publishedAt ?? null,
    publishedBy: live?.publishedBy ?? null,
  }
}

export function runView({ version, ...run }: RunRow): RunView {
  const { id, modelId, asOf, scheduled, progress, people, seconds, error, createdAt, startedAt, finishedAt } =
    run
  // A run never is `uploaded`, a state that only imports have.
  const state = run.state as RunView['state']
  return {
    id,
    modelId,
    version: version.number,
    asOf,
    scheduled,
    state,
    progress,
    people,
    seconds,
    error,
    createdAt,
    startedAt,
    finishedAt,
  }
}

export function tierShares(document: EngagementDocument, summary: RunSummary): TierShare[] {
  return document.tiers.map((tier) => ({
    ...tier,
    people: summary.tiers.find(({ key }) => key === tier.key)?.people ?? 0,
  }))
}

/** What the histogram shows: the stored summary, with the tiers of the version it was made under. */
export function distributionView(snapshot: SnapshotRow) {
  const summary = summaryOfSnapshot(snapshot)
  return {
    ...summary,
    tiers: tierShares(documentOf(snapshot.version), summary),
    asOf: snapshot.asOf,
    version: snapshot.version.number,
    scheduled: snapshot.scheduled,
  }
}
