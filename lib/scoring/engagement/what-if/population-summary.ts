import type { EngagementDocument } from '../document'
import type { RunSummary } from '../run-summary'
import { type PersonState, personStates } from '../state'
import type { Compared } from './compared'
import type { KeyedMembers } from './keyed-members'
import { binCounts, tierCounts, zeroCount } from './placed-counts'
import type { Pools } from './pooled-keys'
import type { Population } from './population'
import { medianRawOf, rawDistributionOf, zeroShareOf } from './raw-summary'
import { sortedBaseline } from './sorted-baseline'
import type { SortedKeys } from './sorted-keys'

/** How many people of a population are in each state; it hangs on the population alone. */
export function stateCounts({ states }: Pick<Population, 'states'>): RunSummary['states'] {
  const counts = new Int32Array(personStates.length)
  for (const state of states) counts[state] = (counts[state] ?? 0) + 1
  return Object.fromEntries(personStates.map((state, s) => [state, counts[s] ?? 0])) as Record<
    PersonState,
    number
  >
}

/** Stages that are compared together, with the keys of their people. */
export type Pooled = { pools: Pools; sorted: readonly SortedKeys[] }

function stagesOf(
  { staged }: KeyedMembers,
  { lifecycle, normalisation }: EngagementDocument,
  rolling: Pooled,
  compared: Pools,
): RunSummary['stages'] {
  const highestOf = (stage: number) => {
    const sorted = rolling.sorted[rolling.pools.findIndex((pool) => pool.includes(stage))]
    return sorted
      ? sortedBaseline(sorted, normalisation.zeros === 'active-only', normalisation).highest
      : null
  }
  return lifecycle.stages.map(({ key }, stage) => ({
    key,
    people: staged.people[stage] ?? 0,
    baseline: (compared.find((pool) => pool.includes(stage)) ?? []).map(
      (index) => lifecycle.stages[index]?.key ?? '',
    ),
    highest: normalisation.method === 'percentile' ? null : highestOf(stage),
  }))
}

/**
 * **Summary** of an evaluated population: `summariseRun` of the same people, to the last one, without the other
 * reference.
 *
 * @param rolling the members by the pools of this very population
 * @param pools those of the document's own reference
 */
export function populationSummary(
  states: RunSummary['states'],
  members: KeyedMembers,
  document: EngagementDocument,
  rolling: Pooled,
  pools: Pools,
  compared: Compared,
): RunSummary {
  return {
    n: members.keys.length,
    states,
    bins: binCounts(compared),
    zeros: zeroCount(compared),
    tiers: tierCounts(compared, document),
    other: null,
    rawBins: rawDistributionOf(rolling.sorted),
    zeroShare: zeroShareOf(rolling.sorted),
    medianRaw: medianRawOf(members, rolling.sorted),
    stages: stagesOf(members, document, rolling, pools),
  }
}
