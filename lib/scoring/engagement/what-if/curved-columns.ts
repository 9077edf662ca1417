import { capped } from '../cap'
import { curved } from '../curve'
import type { Behavior } from '../document'
import { canonicalText } from './canonical-text'
import type { Members } from './members'
import { countKey, type Population } from './population'

/** What a behavior counts of every member, before its weight. A new object wherever the values are others. */
export type CurvedColumn = {
  /** `f_j(min(c_j, n_ij))` */
  values: Float64Array
}

/**
 * **Curved columns**: `f_j(min(c_j, n_ij))` of every member, kept from one document to the next, so that another weight
 * costs one multiplication per person. Behaviors that count, cap and curve alike share a column; columns that a document
 * does not use are written over by later ones.
 *
 * Throws where a behavior was not counted: see `missingCounts`.
 *
 * @returns one column per behavior asked for, in order
 */
export function compileCurvedColumns(population: Population, { rows }: Members) {
  let kept = new Map<string, CurvedColumn>()

  const columnOf = ({ cap, curve }: Behavior, counted: string, values: Float64Array): CurvedColumn => {
    const counts = population.counts.get(counted)
    if (!counts) throw new Error(`Nobody was counted for ${counted}.`)
    for (let m = 0; m < rows.length; m++) values[m] = curved(capped(counts[rows[m] ?? 0] ?? 0, cap), curve)
    return { values }
  }

  return (behaviors: readonly Behavior[]): readonly CurvedColumn[] => {
    const wanted = behaviors.map((behavior) => {
      const counted = countKey(behavior)
      return { behavior, counted, name: canonicalText([counted, behavior.cap, behavior.curve]) }
    })
    const names = new Set(wanted.map(({ name }) => name))
    const free = [...kept].filter(([name]) => !names.has(name)).map(([, { values }]) => values)
    const next = new Map<string, CurvedColumn>()
    for (const { behavior, counted, name } of wanted) {
      if (next.has(name)) continue
      next.set(
        name,
        kept.get(name) ?? columnOf(behavior, counted, free.pop() ?? new Float64Array(rows.length)),
      )
    }
    kept = next
    return wanted.flatMap(({ name }) => next.get(name) ?? [])
  }
}
