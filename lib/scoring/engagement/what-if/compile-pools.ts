import { poolsOf } from '../baselines'
import type { EngagementDocument } from '../document'
import { compileKeyedMembers, type KeyedMembers } from './keyed-members'
import { compilePooledKeys } from './pooled-keys'
import type { Population } from './population'
import type { Pooled } from './population-summary'
import type { SortedKeys } from './sorted-keys'

/** Who is compared with whom under the reference that a document asks for. */
export type PooledMembers = {
  /** The members by the pools of this very population, whatever the reference. */
  rolling: Pooled
  /** The members by the pools of the document's own reference; no pool at all where that has nobody. */
  own: Pooled
  /** Those compared with, by the same pools: under a rolling reference the members themselves. */
  reference: readonly SortedKeys[]
}

/**
 * **Pools** of a population under its own or a pinned reference, whose people are measured under the same document. The
 * columnar twin of `baselinesOf`, and of `baselinesFromReference` of `referenceOf`.
 *
 * Throws where a document asks for a frozen reference and none is given.
 */
export function compilePools(reference?: Population) {
  const pinned = reference && compileKeyedMembers(reference)
  const sortRolling = compilePooledKeys()
  const sortOwn = compilePooledKeys()
  const sortReference = compilePooledKeys()

  return (document: EngagementDocument, members: KeyedMembers): PooledMembers => {
    const { lifecycle, normalisation } = document
    const rollingPools = poolsOf(lifecycle, members.staged.people)
    const rolling = { pools: rollingPools, sorted: sortRolling(rollingPools, members) }
    if (normalisation.reference.type === 'rolling')
      return { rolling, own: rolling, reference: rolling.sorted }

    if (!pinned) throw new Error('A model with a frozen reference is evaluated with the people of its day.')
    const then = pinned.measure(document)
    const pools = then.keys.length === 0 ? [] : poolsOf(lifecycle, then.staged.people)
    const alike = JSON.stringify(pools) === JSON.stringify(rollingPools)
    return {
      rolling,
      own: alike ? rolling : { pools, sorted: sortOwn(pools, members) },
      reference: sortReference(pools, then),
    }
  }
}
