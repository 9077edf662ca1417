import type { Baseline } from './baseline'
import type { EngagementDocument } from './document'
import { poolStages } from './pool-stages'
import { baselineUnder } from './zeros'

/** Whom the people of one stage are compared with. */
export type StageBaseline = {
  /** Keys of the stages that are compared together. */
  stages: readonly string[]
  people: Baseline
}

/** The stages that are compared together, by index: pooled where each is its own baseline, else all in one. */
export function poolsOf(
  { ownBaseline, stages }: EngagementDocument['lifecycle'],
  peoplePerStage: readonly number[],
): readonly (readonly number[])[] {
  return ownBaseline ? poolStages(peoplePerStage) : [stages.map((_, index) => index)]
}

/** How many of the given stages (indices) there are of each. */
export function peoplePerStage(stages: readonly number[], stageCount: number): readonly number[] {
  const people = new Array<number>(stageCount).fill(0)
  for (const stage of stages) people[stage] = (people[stage] ?? 0) + 1
  return people
}

/**
 * **Baselines**: the population to be placed in, for every stage. Stages of one pool share theirs.
 *
 * @param members everybody with a score: the index of the stage and the rank key
 * @returns one baseline per stage of the model, in its order
 *
 * Example: own baselines, 40 people new and 50 established: two baselines of 40 and 50; without own baselines, or with
 * 10 people new: twice the same one of everybody.
 */
export function baselinesOf(
  members: readonly { stage: number; key: number }[],
  { lifecycle, normalisation }: EngagementDocument,
): readonly StageBaseline[] {
  const { stages } = lifecycle
  const people = peoplePerStage(
    members.map(({ stage }) => stage),
    stages.length,
  )
  const byStage: StageBaseline[] = []
  for (const pool of poolsOf(lifecycle, people)) {
    const keys = members.filter(({ stage }) => pool.includes(stage)).map(({ key }) => key)
    const baseline: StageBaseline = {
      stages: pool.flatMap((index) => stages[index]?.key ?? []),
      people: baselineUnder(normalisation.zeros, keys),
    }
    for (const index of pool) byStage[index] = baseline
  }
  return byStage
}
