import type { EngagementDocument } from '@/lib/scoring/engagement/document'
import type { defineQuery } from '@/lib/warehouse/define-query'
import { type StagePool, type StageSize, stagePools } from '../stage-pools'
import { withHighest } from './highest-keys'
import { stageSizes } from './stage-sizes'

export type RunPopulation = {
  /** People with a score to come, by stage. */
  sizes: readonly StageSize[]
  /** Whom they are compared with when the reference is rolling: each other. */
  pools: readonly StagePool[]
}

/** Who was counted for a run and has a score to come. */
export async function populationOf(
  run: string,
  document: EngagementDocument,
  options: Parameters<ReturnType<typeof defineQuery>>[1],
): Promise<RunPopulation> {
  const found = await stageSizes({ run }, options)
  const sizes = document.lifecycle.stages.map(
    (_, index): StageSize => found.find(({ stage }) => stage === index) ?? { people: 0, positive: 0 },
  )
  return { sizes, pools: await withHighest(stagePools(document, sizes), run, document, options) }
}

export const peopleIn = ({ sizes }: RunPopulation): number =>
  sizes.reduce((sum, { people }) => sum + people, 0)
