import type { EngagementDocument } from '@/lib/scoring/engagement/document'
import { type StagePool, type StageSize, stagePools } from '../stage-pools'
import { withHighest } from './highest-keys'
import type { Tagged } from './kill-run'
import { stageSizes } from './stage-sizes'

export type RunPopulation = {
  /** People with a score to come, by stage. */
  sizes: readonly StageSize[]
  /** Whom they are compared with when the reference is rolling: each other. */
  pools: readonly StagePool[]
}

/** Who was counted for runs and has a score to come. */
export async function populationsOf(
  runs: readonly string[],
  document: EngagementDocument,
  tagged: Tagged,
): Promise<ReadonlyMap<string, RunPopulation>> {
  const found = await stageSizes({ runs: [...runs] }, tagged)
  const populations = new Map<string, RunPopulation>()
  for (const run of runs) {
    const sizes = document.lifecycle.stages.map(
      (_, stage): StageSize =>
        found.find((row) => row.run === run && row.stage === stage) ?? { people: 0, positive: 0 },
    )
    const pools = await withHighest(stagePools(document, sizes), run, document, tagged)
    populations.set(run, { sizes, pools })
  }
  return populations
}

/** The same of one run. */
export async function populationOf(
  run: string,
  document: EngagementDocument,
  tagged: Tagged,
): Promise<RunPopulation> {
  const population = (await populationsOf([run], document, tagged)).get(run)
  if (!population) throw new Error('a run that was asked for is missing')
  return population
}

export const peopleIn = ({ sizes }: RunPopulation): number =>
  sizes.reduce((sum, { people }) => sum + people, 0)
