import { frameAt } from '@/lib/engagement/frame'
import {
  type Change,
  type ScoredPoint,
  explainChange,
  rawsToPlace,
} from '@/lib/scoring/engagement/explain-change'
import type { StageBaseline } from '@/lib/scoring/engagement/baselines'
import { placePerson } from '@/lib/scoring/engagement/place-person'
import { rankKey } from '@/lib/scoring/engagement/rank-key'
import { stageAt } from '@/lib/scoring/engagement/stage'
import { changeFacts, mainCause } from './change-facts'
import { type ChangeContext, reasonInWords, stateChangeInWords, stepInWords } from './change-words'
import type { ReadPerson } from './explained-score'
import { type KnownOccurrence, type Member, idsKnown, knownAtStart } from './histories'
import { type Scores, pointOf, scoreUnder } from './person-at'
import { referenceDay } from './places'
import type { Explanation, Reference } from './schema'
import type { PersonPoint } from './sql/person-points'

type ExplainedChange = NonNullable<Explanation['change']>

const ownReference = ({ document }: Scores): Reference => document.normalisation.reference.type

/** A point with a score under a reference as the core takes it; null without one. */
export function scoredPoint(
  point: PersonPoint | null,
  scores: Scores,
  reference: Reference,
): ScoredPoint | null {
  if (!point || point.state !== 'scored' || point.raw === null) return null
  const { score } = scoreUnder(point, scores.document, reference)
  if (score === null) return null
  return {
    model: scores.document,
    ...scores.frame,
    raw: point.raw,
    score,
    tenure: point.tenure,
    counts: point.counts.length > 0 ? point.counts : null,
  }
}

type Known = { members: readonly Member[]; occurrences: readonly KnownOccurrence[]; timeZone: string }
type Row = { id: string; scores: Scores }

/**
 * The change between two points of a person: the history is what the later run knew of its row; late of it is what the
 * earlier run did not know of its own, because it came in or was merged later.
 */
export function changeBetween(
  { members, occurrences, timeZone }: Known,
  earlier: Row & { point: ScoredPoint },
  later: Row & { point: ScoredPoint },
): Change {
  const known = knownAtStart(occurrences, later.id, members, later.scores.started)
  const before = new Set(knownAtStart(occurrences, earlier.id, members, earlier.scores.started))
  return {
    before: earlier.point,
    after: later.point,
    movedFrom: frameAt(earlier.scores.document, later.scores.row.asOf, timeZone).windowFrom,
    occurrences: known,
    late: new Set(known.flatMap((one) => (before.has(one) ? [] : [one.id]))),
  }
}

/** The score of a raw at a tenure among given people, as `explainChange` asks it. */
export const placeAmong =
  (baselines: readonly StageBaseline[], { document }: Scores) =>
  (raw: number, tenure: number): number | null => {
    const stage = stageAt(tenure, document.lifecycle.stages)
    return placePerson({ tenure, stage, key: rankKey(raw) }, baselines, document).score
  }

function changePoint(
  point: PersonPoint | null,
  scores: Scores,
  reference: Reference,
): ExplainedChange['from'] {
  const { asOf, version } = scores.row
  const { score, tier } = point ? scoreUnder(point, scores.document, reference) : { score: null, tier: null }
  return {
    asOf,
    version: version.number,
    state: point?.state ?? 'not-scored',
    raw: point?.raw ?? null,
    score,
    tier,
    stage: point?.stage || null,
  }
}

/**
 * Why a person's score changed between two runs. Where one of them has no score for them, the state is what changed.
 * @param asked the reference of both; default: each version's own
 */
export async function changeOf(
  read: ReadPerson,
  earlier: Scores,
  later: Scores,
  asked: Reference | undefined,
): Promise<ExplainedChange> {
  const { members, points, timeZone } = read
  const reference = { before: asked ?? ownReference(earlier), after: asked ?? ownReference(later) }
  const rows = {
    before: pointOf(points, earlier.row.runId, members),
    after: pointOf(points, later.row.runId, members),
  }
  const from = changePoint(rows.before, earlier, reference.before)
  const to = changePoint(rows.after, later, reference.after)
  const before = scoredPoint(rows.before, earlier, reference.before)
  const after = scoredPoint(rows.after, later, reference.after)
  if (!before || !after || !rows.before || !rows.after)
    return { from, to, steps: null, words: stateChangeInWords(from.state, to.state) }

  const ids = { before: rows.before.id, after: rows.after.id }
  const change = changeBetween(
    read,
    { id: ids.before, scores: earlier, point: before },
    { id: ids.after, scores: later, point: after },
  )
  const keys = rawsToPlace(change).map(rankKey)
  const baselines = await read.baselinesUnder(earlier, reference.before, keys)
  const steps = explainChange(change, placeAmong(baselines, earlier))

  const stages = { before: from.stage ?? '', after: to.stage ?? '' }
  const versions = { before: from.version, after: to.version }
  const behaviors = [...earlier.document.behaviors, ...later.document.behaviors]
  const behaviorOf = (key: string) => behaviors.findLast((behavior) => behavior.key === key)
  const merged =
    ids.before !== ids.after ||
    idsKnown(ids.after, members, later.started).size > idsKnown(ids.before, members, earlier.started).size
  const context: ChangeContext = {
    behaviorOf,
    before: { asOf: from.asOf, version: from.version, stage: stages.before },
    after: { asOf: to.asOf, version: to.version, stage: stages.after },
    reference: {
      before: { type: reference.before, asOf: referenceDay(earlier, reference.before) },
      after: { type: reference.after, asOf: referenceDay(later, reference.after) },
    },
    merged,
    timeZone,
  }
  const facts = changeFacts(change, { cause: mainCause(steps), stages, versions, timeZone })
  return {
    from,
    to,
    steps: steps.map((step) => ({
      ...step,
      behaviors: step.behaviors.map((one) => ({ ...one, name: behaviorOf(one.key)?.name ?? one.key })),
      words: stepInWords(step, context),
    })),
    words: reasonInWords(facts),
  }
}
