import { summaryOfSnapshot } from '@/lib/engagement/snapshot-data'
import type { StageBaseline } from '@/lib/scoring/engagement/baselines'
import { compileCounts } from '@/lib/scoring/engagement/behavior-counts'
import type { EngagementDocument } from '@/lib/scoring/engagement/document'
import { explainScore } from '@/lib/scoring/engagement/explain-score'
import { type Placed, type Standing, placePerson } from '@/lib/scoring/engagement/place-person'
import { isZero, rankKey } from '@/lib/scoring/engagement/rank-key'
import { widthInKeys } from '@/lib/scoring/engagement/raw-distribution'
import { stageAt } from '@/lib/scoring/engagement/stage'
import { type KnownOccurrence, type Member, knownAtStart } from './histories'
import { type Scores, scoreUnder } from './person-at'
import { type BaselinesUnder, referenceDay } from './places'
import type { Explanation, Reference } from './schema'
import { behaviorHow, scoreInWords } from './score-words'
import type { PersonPoint } from './sql/person-points'

/** What was read of a person. */
export type ReadPerson = {
  timeZone: string
  members: readonly Member[]
  points: readonly PersonPoint[]
  occurrences: readonly KnownOccurrence[]
  /** Asked when it is known whose places matter. */
  baselinesUnder: BaselinesUnder
}

type ExplainedScore = NonNullable<Explanation['score']>

/** Less than this of a raw score is rounding. */
const ROUNDING = 1e-9

function behaviorsOf(
  { occurrences, members }: ReadPerson,
  point: PersonPoint,
  { document, frame, started }: Scores,
): ExplainedScore['behaviors'] {
  const known = knownAtStart(occurrences, point.id, members, started)
  const counts = point.counts.length > 0 ? point.counts : compileCounts(document)(known, frame).counts
  return explainScore(document, frame, counts, known).flatMap((told, j) => {
    const behavior = document.behaviors[j]
    if (!behavior) return []
    const { name, enabled, measure, kernel, curve, cap } = behavior
    const shown = document.weighting.mode === 'rfm' ? ({ type: 'log' } as const) : curve
    return [{ ...told, name, enabled, measure, kernel, cap, curve: shown, how: behaviorHow({ ...behavior, curve: shown }, told) }] // prettier-ignore
  })
}

type Histogram = ExplainedScore['distribution']

/** More edges of bins than this are not asked; there are about 40. */
const MOST_EDGES = 90

/** Where the bins of a run's raw scores begin, as rank keys, and where the last one ends. */
function binEdges({ row }: Scores): readonly number[] {
  const bins = summaryOfSnapshot(row).rawBins
  if (!bins || bins.counts.length > MOST_EDGES) return []
  return Array.from({ length: bins.counts.length }, (_, bin) => (bin + 1) * widthInKeys(bins.width))
}

/** The histogram of the people of a baseline in those bins: the first holds what is under its edge, too. */
function distributionOf({ people }: StageBaseline, edges: readonly number[]): Histogram {
  const [width] = edges
  if (width === undefined) return null
  const below = edges.map((edge) => people.place(edge).below)
  return {
    width: width / 1e9,
    counts: below.map((count, bin) => count - (below[bin - 1] ?? 0)),
    above: people.size - (below.at(-1) ?? 0),
  }
}

type PlaceOf = ExplainedScore['place']

const placeOf = (
  { below, equal, n, normalised }: Pick<Standing, 'below' | 'equal' | 'n' | 'normalised'>,
  stages: readonly string[],
): PlaceOf => ({ stages: [...stages], below, equal, n, score: normalised ?? 100 })

function blendOf(
  { blend }: Placed,
  baselines: readonly StageBaseline[],
  { lifecycle }: EngagementDocument,
): ExplainedScore['blend'] {
  if (!blend) return null
  const { boundary, lambda } = blend
  const side = (one: Standing) => {
    const index = lifecycle.stages.findIndex(({ key }) => key === one.stage)
    return placeOf(one, baselines[index]?.stages ?? [one.stage])
  }
  return { boundary, lambda, young: side(blend.young), old: side(blend.old) }
}

/**
 * The explanation of a stored row under a reference; null without a score under it. What it says is what was stored:
 * raw and score are those of the row, the people around it are asked anew.
 */
export async function explainedScore(
  read: ReadPerson,
  point: PersonPoint,
  scores: Scores,
  reference: Reference,
): Promise<ExplainedScore | null> {
  const { document } = scores
  const { raw, tenure } = point
  const { score, tier } = scoreUnder(point, document, reference)
  if (point.state !== 'scored' || raw === null || score === null) return null

  const stage = stageAt(tenure, document.lifecycle.stages)
  const key = rankKey(raw)
  const edges = binEdges(scores)
  const baselines = await read.baselinesUnder(scores, reference, [key, ...edges])
  const placed = placePerson({ tenure, stage, key }, baselines, document)
  const own = baselines[stage]
  const stages = own?.stages ?? [point.stage]
  const behaviors = behaviorsOf(read, point, scores)
  const remainder = raw - behaviors.reduce((sum, { term }) => sum + term, 0)

  const { method, zeros } = document.normalisation
  const zero = zeros !== 'midrank' && isZero(key)
  const { below, equal, n } = { below: placed.below ?? 0, equal: placed.equal ?? 0, n: placed.n ?? 0 }
  const place = placeOf({ below, equal, n, normalised: placed.blend ? null : score }, stages)
  const blend = blendOf(placed, baselines, document)
  const side = blend && (stage === stageBelow(document, blend.boundary) ? blend.young : blend.old)
  const told = {
    method,
    zeros,
    zero,
    place: side ?? place,
    hi: method === 'percentile' ? null : (own?.people.highest ?? null),
    blend,
    score,
  }
  const at = document.tiers.findIndex((one) => one.key === tier)
  const { key: tierKey = '', name = '', from = 0 } = document.tiers[at] ?? {}
  return {
    behaviors,
    remainder: Math.abs(remainder) < ROUNDING ? 0 : remainder,
    raw,
    tenureDays: tenure,
    stage: point.stage,
    ...told,
    tier: { key: tierKey, name, from, to: document.tiers[at + 1]?.from ?? 100 },
    distribution: own ? distributionOf(own, edges) : null,
    words: scoreInWords({
      ...told,
      among: reference === 'rolling',
      raw: key / 1e9,
      day: referenceDay(scores, reference),
      timeZone: read.timeZone,
    }),
  }
}

/** The stage that ends at a boundary. */
const stageBelow = ({ lifecycle }: EngagementDocument, boundary: number) =>
  lifecycle.stages.findIndex(({ untilDay }) => untilDay === boundary)
