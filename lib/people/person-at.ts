import { documentOf } from '@/lib/engagement/data'
import { frameAt } from '@/lib/engagement/frame'
import type { EngagementDocument } from '@/lib/scoring/engagement/document'
import type { Frame } from '@/lib/scoring/engagement/frame'
import type { Member } from './histories'
import type { ScoresRow } from './data'
import type { Reference } from './schema'
import type { PersonPoint } from './sql/person-points'

/** Scores of a run as people are explained by them. */
export type Scores = {
  row: ScoresRow
  document: EngagementDocument
  frame: Frame
  /** When the run began to read. */
  started: Date
}

export const scoresOf = (row: ScoresRow, timeZone: string): Scores => {
  const document = documentOf(row.version)
  return {
    row,
    document,
    frame: frameAt(document, row.asOf, timeZone),
    started: row.run.startedAt ?? row.run.createdAt,
  }
}

/**
 * What a run says of somebody: their own row; where it knew them under other ids only, the first of those. Null where it
 * did not know them at all.
 * @param points in the order of ids
 */
export function pointOf<Point extends Pick<PersonPoint, 'run' | 'id'>>(
  points: readonly Point[],
  runId: string,
  members: readonly Member[],
): Point | null {
  const ids = new Set(members.map(({ id }) => id))
  const own = points.filter(({ run, id }) => run === runId && ids.has(id))
  return own.find(({ id }) => id === members[0]?.id) ?? own[0] ?? null
}

/** Score and tier under a reference: a version's own stands in `score`, the other in `otherScore`. */
export function scoreUnder(
  point: Pick<PersonPoint, 'score' | 'tier' | 'otherScore' | 'otherTier'>,
  { normalisation }: EngagementDocument,
  reference: Reference,
): { score: number | null; tier: string | null } {
  return normalisation.reference.type === reference
    ? { score: point.score, tier: point.tier || null }
    : { score: point.otherScore, tier: point.otherTier || null }
}
