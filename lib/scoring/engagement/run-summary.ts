import { z } from 'zod'
import { median } from '../stats/median'
import { peoplePerStage, poolsOf } from './baselines'
import { BIN_COUNT, distribution } from './distribution'
import type { EngagementDocument } from './document'
import type { PersonScore } from './person-score'
import { isZero } from './rank-key'
import { personStates } from './state'

const people = z.int().min(0)

/** What is kept of a run for pages that show a population without reading it. */
export const runSummarySchema = z.strictObject({
  /** N: people with a score. */
  n: people,
  /** Everybody, by state; `scored` is n. */
  states: z.record(z.enum(personStates), people),
  /** People with a score per half point, see `distribution`. They sum to n. */
  bins: z.array(people).length(BIN_COUNT),
  /** People whose score is 0. They are also in bin 0, and are drawn apart. */
  zeros: people,
  /** People who did nothing that counts (rank key at most 0) as a share of n, whatever score the rule gives them. */
  zeroShare: z.number().min(0).max(1).nullable(),
  medianRaw: z.number().nullable(),
  /** The model's tiers, lowest first, and their people: they sum to n. */
  tiers: z.array(z.strictObject({ key: z.string(), people })),
  /** The model's stages, youngest first, their people, and the keys of the stages they are compared with. */
  stages: z.array(z.strictObject({ key: z.string(), people, baseline: z.array(z.string()) })),
})

export type RunSummary = z.infer<typeof runSummarySchema>

type Summarised = Pick<PersonScore, 'state' | 'raw' | 'rankKey' | 'score' | 'tier' | 'stage'>

function count<T>(values: readonly T[], value: T): number {
  return values.reduce((sum, one) => (one === value ? sum + 1 : sum), 0)
}

function statesOf(scores: readonly Summarised[]): RunSummary['states'] {
  const all = scores.map(({ state }) => state)
  const counted = personStates.map((state) => [state, count(all, state)] as const)
  return Object.fromEntries(counted) as RunSummary['states']
}

function stagesOf(scored: readonly Summarised[], { lifecycle }: EngagementDocument): RunSummary['stages'] {
  const keys = lifecycle.stages.map(({ key }) => key)
  const sizes = peoplePerStage(
    scored.map(({ stage }) => keys.indexOf(stage ?? '')),
    keys.length,
  )
  const pools = poolsOf(lifecycle, sizes)
  return keys.map((key, stage) => {
    const pool = pools.find((indices) => indices.includes(stage)) ?? []
    return { key, people: sizes[stage] ?? 0, baseline: pool.flatMap((index) => keys[index] ?? []) }
  })
}

/**
 * **Run summary**: the population of one run in a few hundred numbers.
 *
 * @param scores everybody of the run, in any order
 * @returns counts in people; share and median are null where nobody has a score
 */
export function summariseRun(scores: readonly Summarised[], model: EngagementDocument): RunSummary {
  const scored = scores.filter(({ state }) => state === 'scored')
  const n = scored.length
  const points = scored.flatMap(({ score }) => score ?? [])
  const tiers = scored.map(({ tier }) => tier)
  const doneNothing = scored.filter(({ rankKey }) => rankKey !== null && isZero(rankKey)).length
  return {
    n,
    states: statesOf(scores),
    bins: [...distribution(points)],
    zeros: count(points, 0),
    zeroShare: n === 0 ? null : doneNothing / n,
    medianRaw: median(scored.flatMap(({ raw }) => raw ?? [])),
    tiers: model.tiers.map(({ key }) => ({ key, people: count(tiers, key) })),
    stages: stagesOf(scored, model),
  }
}
