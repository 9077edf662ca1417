import { createHash } from 'node:crypto'
import type { WorkspaceId } from '@/lib/auth/workspace-id'
import { documentOf } from '@/lib/engagement/data'
import { type SnapshotRow, findSnapshot } from '@/lib/engagement/snapshot-data'
import type { EngagementDocument } from '@/lib/scoring/engagement/document'
import { countKey, missingCounts, populationKey } from '@/lib/scoring/engagement/what-if/population'
import { type CountRow, eventsCameAt, findDoneCounts, runStartedAt } from './data'
import { remembered } from './memory'
import { type ColumnFacts, factsOfCount, factsOfRun } from './sql/column-facts'

/** Where the columns of one instant are read from. */
export type Source = ColumnFacts & {
  /** The rows of a run's scores, or those of a preview count. */
  kind: 'run' | 'count'
  /** Of the run, or of the count. */
  id: string
  asOf: Date
  /** The document that was counted: its behaviors are the order of the counts. */
  document: EngagementDocument
}

/** What a preview is compared with: the live scores of a version at an instant. */
export type Live = {
  version: number
  asOf: Date
  runId: string
  document: EngagementDocument
  row: SnapshotRow
}

const DAY_MS = 86_400_000

/** Of all that counts hang on beside the instant: two documents with the same one share them. */
export function fingerprintOf(document: EngagementDocument, timeZone: string): string {
  const keys = [...new Set(document.behaviors.map(countKey))].sort()
  return createHash('sha256')
    .update(JSON.stringify([timeZone, populationKey(document), keys]))
    .digest('hex')
}

/** What `document` counted is enough to evaluate `wanted`. */
function answersFor(wanted: EngagementDocument, document: EngagementDocument): boolean {
  const counted = {
    populationKey: populationKey(document),
    countKeys: document.behaviors.map(countKey),
  }
  return missingCounts(wanted, counted) === null
}

export const liveOf = (row: SnapshotRow): Live => ({
  version: row.version.number,
  asOf: row.asOf,
  runId: row.runId,
  document: documentOf(row.version),
  row,
})

/** The newest version that has scores, at an instant or at its newest; null where it has none then. */
export async function findLive(modelId: string, asOf?: Date): Promise<Live | null> {
  const newest = await findSnapshot(modelId, {})
  if (!newest || !asOf || newest.asOf.getTime() === asOf.getTime()) return newest && liveOf(newest)
  const then = await findSnapshot(modelId, { asOf, version: newest.version.number })
  return then && liveOf(then)
}

/** Of rows that never change: asked once. */
function factsOf(id: string, ask: () => Promise<ColumnFacts[]>): Promise<ColumnFacts> {
  return remembered(
    `facts ${id}`,
    () => 1000,
    async () => (await ask())[0] ?? { rows: 0, scored: 0, counted: 0 },
  )
}

/** The rows of a run as columns; null where they are gone. */
export async function sourceOfRun(workspace: WorkspaceId, live: Live): Promise<Source | null> {
  const facts = await factsOf(live.runId, () => factsOfRun({ workspace, id: live.runId }))
  if (facts.rows === 0) return null
  return { kind: 'run', id: live.runId, asOf: live.asOf, document: live.document, ...facts }
}

/** The rows of a preview count as columns. */
export async function sourceOfCount(row: CountRow): Promise<Source> {
  const facts = await factsOf(row.id, () => factsOfCount({ id: row.id }))
  return { kind: 'count', id: row.id, asOf: row.asOf, document: documentOf(row), ...facts }
}

/**
 * Whether a count says less than is known: scores of its instant were made after it, or over a day ago events came in
 * after it.
 */
async function isSuperseded(row: CountRow, live: Live | null, now: Date): Promise<boolean> {
  const startedAt = row.startedAt ?? row.createdAt
  const isOfLive = live?.asOf.getTime() === row.asOf.getTime()
  const scoredAt = isOfLive ? await runStartedAt(live.runId) : null
  if (scoredAt && scoredAt > startedAt) return true
  if (now.getTime() - startedAt.getTime() < DAY_MS) return false
  const cameAt = await eventsCameAt(row.workspaceId)
  return cameAt !== null && cameAt > startedAt
}

/**
 * The columns that answer for a document at an instant without reading the events again: those of the live run there
 * as long as it keeps what is asked, else those of a preview count. Null where nobody has counted it.
 */
export async function findSource(
  workspace: { id: WorkspaceId; timeZone: string },
  document: EngagementDocument,
  { asOf, live, now }: { asOf: Date; live: Live | null; now: Date },
): Promise<Source | null> {
  if (live?.asOf.getTime() === asOf.getTime() && answersFor(document, live.document)) {
    const source = await sourceOfRun(workspace.id, live)
    if (source && source.counted === source.scored) return source
  }
  for (const row of await findDoneCounts(workspace.id, asOf)) {
    const counted = documentOf(row)
    const isOfZone = row.fingerprint === fingerprintOf(counted, workspace.timeZone)
    if (!isOfZone || !answersFor(document, counted)) continue
    if (await isSuperseded(row, live, now)) continue
    return sourceOfCount(row)
  }
  return null
}
