import type { EngagementDocument } from '../document'
import { scoringBehaviors } from '../scoring-behaviors'
import { type CurvedColumn, compileCurvedColumns } from './curved-columns'
import { membersOf } from './members'
import type { Population } from './population'
import { fillRawColumns } from './raw-columns'
import { compileStageColumns, type StageColumns } from './stage-columns'

/** Every member measured under one document, before anybody is compared: the columnar twin of `measurePerson`. */
export type KeyedMembers = {
  raws: Float64Array
  /** Rank keys of the raws. */
  keys: Float64Array
  staged: StageColumns
  /** What counts before the weight, per enabled behavior of the document. */
  columns: readonly CurvedColumn[]
}

/** **Measured members** of a population, document after document, in the same memory. */
export function compileKeyedMembers(population: Population) {
  const members = membersOf(population)
  const columnsOf = compileCurvedColumns(population, members)
  const stagedBy = compileStageColumns(population, members)
  const raws = new Float64Array(members.rows.length)
  const keys = new Float64Array(members.rows.length)

  return {
    members,
    measure(document: EngagementDocument): KeyedMembers {
      const enabled = scoringBehaviors(document).filter((behavior) => behavior.enabled)
      const columns = columnsOf(enabled)
      const weighted = enabled.map(({ weight }, j) => ({
        weight,
        values: columns[j]?.values ?? new Float64Array(0),
      }))
      fillRawColumns(weighted, raws, keys)
      return { raws, keys, staged: stagedBy(document.lifecycle), columns }
    },
  }
}
