import type { Behavior } from '../document'
import type { Members } from './members'
import { countKey, type Population } from './population'
import { sortKeys } from './sorted-keys'
import type { BehaviorFacts } from './what-if'

/** `median` of sorted numbers. */
function medianOfSorted(sorted: Float64Array): number | null {
  const lo = sorted[Math.floor((sorted.length - 1) / 2)]
  const hi = sorted[Math.floor(sorted.length / 2)]
  return lo === undefined || hi === undefined ? null : lo + (hi - lo) * 0.5
}

/**
 * **Facts of behaviors** among the people with a score: how many do it and how much, of the counts before cap and curve.
 * Each column is asked once.
 *
 * Example: counts 0, 1, 4, 3: 3 people, 0.75, median 3.
 */
export function compileBehaviorFacts(population: Population, { rows }: Members) {
  const known = new Map<string, Omit<BehaviorFacts, 'key'>>()

  const factsOf = (counted: string): Omit<BehaviorFacts, 'key'> => {
    const counts = population.counts.get(counted)
    if (!counts) throw new Error(`Nobody was counted for ${counted}.`)
    const did = new Float64Array(rows.length)
    let people = 0
    for (const row of rows) {
      const count = counts[row] ?? 0
      if (count > 0) did[people++] = count
    }
    const { keys } = sortKeys(did.subarray(0, people))
    return { people, share: rows.length === 0 ? null : people / rows.length, median: medianOfSorted(keys) }
  }

  return (behaviors: readonly Behavior[]): readonly BehaviorFacts[] =>
    behaviors.map((behavior) => {
      const counted = countKey(behavior)
      const facts = known.get(counted) ?? factsOf(counted)
      known.set(counted, facts)
      return { key: behavior.key, ...facts }
    })
}
