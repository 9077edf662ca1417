import { z } from 'zod'
import { median } from '../stats/median'
import { type StageBaseline, baselinesOf } from './baselines'
import { BIN_COUNT, distribution } from './distribution'
import type { EngagementDocument } from './document'
import type { PersonScore } from './person-score'
import { isZero } from './rank-key'
import { rawDistribution } from './raw-distribution'
import { personStates } from './state'

const people = z.int().min(0)

/** How a population is placed under one reference. */
const placedFields = {
  /** People with a score per half point, see `distribution`. They sum to n. */
  bins: z.array(people).length(BIN_COUNT),
  /** People whose score is 0. They are also in bin 0, and are drawn apart. */
  zeros: people,
  /** The model's tiers, lowest first, and their people: they sum to n. */
  tiers: z.array(z.strictObject({ key: z.string(), people })),
}

/** What is kept of a run for pages that show a population without reading it. */
export const runSummarySchema = z.strictObject({
  /** N: people with a score. */
  n: people,
  /** Everybody, by state; `scored` is n. */
  states: z.record(z.enum(personStates), people),
  /** Under the version's own reference. */
  ...placedFields,
  /** Under the other one; null where there is none, and in summaries from before it was kept. */
  other: z.strictObject(placedFields).nullable().default(null),
  /** Raw scores, see `rawDistribution`; null in summaries from before it was kept. */
  rawBins: z
    .strictObject({ width: z.number().positive(), counts: z.array(people), above: people })
    .nullable()
    .default(null),
  /** People who did nothing that counts (rank key at most 0) as a share of n, whatever score the rule gives them. */
  zeroShare: z.number().min(0).max(1).nullable(),
  medianRaw: z.number().nullable(),
  /** The model's stages, youngest first. */
  stages: z.array(
    z.strictObject({
      key: z.string(),
      people,
      /** Keys of the stages they are compared with, under the version's own reference. */
      baseline: z.array(z.string()),
      /** hi in points of the stage's baseline in this very population; null of percentiles, and where nobody is. */
      highest: z.number().nullable().default(null),
    }),
  ),
})

export type RunSummary = z.output<typeof runSummarySchema>

type Summarised = Pick<
  PersonScore,
  'state' | 'raw' | 'rankKey' | 'score' | 'tier' | 'stage' | 'otherScore' | 'otherTier'
>

function count<T>(values: readonly T[], value: T): number {
  return values.reduce((sum, one) => (one === value ? sum + 1 : sum), 0)
}

function statesOf(scores: readonly Summarised[]): RunSummary['states'] {
  const all = scores.map(({ state }) => state)
  const counted = personStates.map((state) => [state, count(all, state)] as const)
  return Object.fromEntries(counted) as RunSummary['states']
}

function placed(
  points: readonly number[],
  tiers: readonly (string | null)[],
  model: EngagementDocument,
): NonNullable<RunSummary['other']> {
  return {
    bins: [...distribution(points)],
    zeros: count(points, 0),
    tiers: model.tiers.map(({ key }) => ({ key, people: count(tiers, key) })),
  }
}

function otherOf(scored: readonly Summarised[], model: EngagementDocument): RunSummary['other'] {
  const points = scored.flatMap(({ otherScore }) => otherScore ?? [])
  if (points.length === 0) return null
  return placed(
    points,
    scored.map(({ otherTier }) => otherTier),
    model,
  )
}

function stagesOf(
  scored: readonly Summarised[],
  model: EngagementDocument,
  frozen: readonly StageBaseline[] | undefined,
): RunSummary['stages'] {
  const { lifecycle, normalisation } = model
  const keys = lifecycle.stages.map(({ key }) => key)
  const members = scored.map(({ stage, rankKey }) => ({
    stage: keys.indexOf(stage ?? ''),
    key: rankKey ?? 0,
  }))
  const rolling = baselinesOf(members, model)
  const own = normalisation.reference.type === 'frozen' && frozen ? frozen : rolling
  return keys.map((key, stage) => ({
    key,
    people: members.filter((member) => member.stage === stage).length,
    baseline: [...(own[stage]?.stages ?? [])],
    highest: normalisation.method === 'percentile' ? null : (rolling[stage]?.people.highest ?? null),
  }))
}

/**
 * **Run summary**: the population of one run in a few hundred numbers.
 *
 * @param scores everybody of the run, in any order
 * @param frozen the baselines of the version's reference; needed where it is the model's own
 * @returns counts in people; share and median are null where nobody has a score
 */
export function summariseRun(
  scores: readonly Summarised[],
  model: EngagementDocument,
  frozen?: readonly StageBaseline[],
): RunSummary {
  const scored = scores.filter(({ state }) => state === 'scored')
  const n = scored.length
  const rankKeys = scored.flatMap(({ rankKey }) => rankKey ?? [])
  return {
    n,
    states: statesOf(scores),
    ...placed(
      scored.flatMap(({ score }) => score ?? []),
      scored.map(({ tier }) => tier),
      model,
    ),
    other: otherOf(scored, model),
    rawBins: rawDistribution(rankKeys),
    zeroShare: n === 0 ? null : rankKeys.filter(isZero).length / n,
    medianRaw: median(scored.flatMap(({ raw }) => raw ?? [])),
    stages: stagesOf(scored, model, frozen),
  }
}
