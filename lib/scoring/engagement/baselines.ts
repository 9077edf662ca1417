import { type Baseline, baselineOfCounts, type KeyCount } from './baseline'
import type { EngagementDocument } from './document'
import { poolStages } from './pool-stages'
import { isOfBaseline } from './zeros'

/** Whom the people of one stage are compared with. */
export type StageBaseline = {
  /** Keys of the stages that are compared together. */
  stages: readonly string[]
  people: Baseline
}

/** So many people of one stage (its index) have one rank key. */
export type StageCount = KeyCount & { stage: number }

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
 * **Baselines** of counted people: what `baselinesOf` makes of everybody, each a row, in any order. Stages are pooled
 * by the people counted here.
 */
export function baselinesOfCounts(
  rows: readonly StageCount[],
  { lifecycle, normalisation }: EngagementDocument,
): readonly StageBaseline[] {
  const { stages } = lifecycle
  const sizes = new Array<number>(stages.length).fill(0)
  for (const { stage, people } of rows) sizes[stage] = (sizes[stage] ?? 0) + people

  const byStage: StageBaseline[] = []
  for (const pool of poolsOf(lifecycle, sizes)) {
    const counted = rows.filter(
      ({ stage, key }) => pool.includes(stage) && isOfBaseline(normalisation.zeros, key),
    )
    const baseline: StageBaseline = {
      stages: pool.flatMap((index) => stages[index]?.key ?? []),
      people: baselineOfCounts(counted, normalisation.winsor),
    }
    for (const index of pool) byStage[index] = baseline
  }
  return byStage
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
  model: EngagementDocument,
): readonly StageBaseline[] {
  return baselinesOfCounts(
    members.map(({ stage, key }) => ({ stage, key, people: 1 })),
    model,
  )
}
