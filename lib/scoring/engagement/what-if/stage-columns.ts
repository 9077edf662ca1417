import { blendAt } from '../blend'
import type { EngagementDocument } from '../document'
import { stageAt } from '../stage'
import { canonicalText } from './canonical-text'
import type { Members } from './members'
import type { Population } from './population'

/** Where members are in their life, by the tenure alone. */
export type StageColumns = {
  /** Index of the stage, per member. */
  stages: Uint8Array
  /** Members per stage. */
  people: readonly number[]
  /** Those near a boundary, ascending by member. */
  near: readonly { member: number; young: number; old: number; lambda: number }[]
}

/** **Stages** of all members under the stages of a document, kept as long as they stay the same. */
export function compileStageColumns({ tenures }: Population, { rows }: Members) {
  let kept: { name: string; columns: StageColumns } | null = null

  const columnsOf = (lifecycle: EngagementDocument['lifecycle']): StageColumns => {
    const stages = new Uint8Array(rows.length)
    const people = new Array<number>(lifecycle.stages.length).fill(0)
    const near: StageColumns['near'][number][] = []
    for (let member = 0; member < rows.length; member++) {
      const tenure = tenures[rows[member] ?? 0] ?? 0
      const stage = stageAt(tenure, lifecycle.stages)
      stages[member] = stage
      people[stage] = (people[stage] ?? 0) + 1
      const between = blendAt(tenure, lifecycle)
      if (between) near.push({ member, young: between.young, old: between.old, lambda: between.lambda })
    }
    return { stages, people, near }
  }

  return (lifecycle: EngagementDocument['lifecycle']): StageColumns => {
    const name = canonicalText([lifecycle.stages.map(({ untilDay }) => untilDay), lifecycle.blendDays])
    if (kept?.name !== name) kept = { name, columns: columnsOf(lifecycle) }
    return kept.columns
  }
}
