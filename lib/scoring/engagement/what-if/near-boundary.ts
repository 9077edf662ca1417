import type { Pools } from './pooled-keys'
import { countBelow, countUpTo, type SortedKeys, sortKeys } from './sorted-keys'
import type { StageColumns } from './stage-columns'

/** Members between two stages that are compared with different people; pools by index. Columns of equal length. */
export type NearBoundary = {
  members: Int32Array
  young: Uint8Array
  old: Uint8Array
  /** The pool of the own stage: one of both. */
  own: Uint8Array
  lambdas: Float64Array
}

function columnsOf({ near, stages }: StageColumns, pools: Pools): NearBoundary {
  // Pools are runs of stages, youngest first, so this is the pool of each stage.
  const poolOf = pools.flatMap((pool, p) => pool.map(() => p))
  const between = near.filter(({ young, old }) => poolOf[young] !== poolOf[old])
  return {
    members: Int32Array.from(between, ({ member }) => member),
    young: Uint8Array.from(between, ({ young }) => poolOf[young] ?? 0),
    old: Uint8Array.from(between, ({ old }) => poolOf[old] ?? 0),
    own: Uint8Array.from(between, ({ member }) => poolOf[stages[member] ?? 0] ?? 0),
    lambdas: Float64Array.from(between, ({ lambda }) => lambda),
  }
}

/**
 * Who is **near a boundary**, kept as long as stages and pools stay the same. Like the blend of `placePerson`, nobody
 * between stages of one pool.
 */
export function compileNearBoundary() {
  let kept: { staged: StageColumns; pools: string; near: NearBoundary } | null = null

  return (staged: StageColumns, pools: Pools): NearBoundary => {
    const name = JSON.stringify(pools)
    if (kept?.staged !== staged || kept.pools !== name) {
      kept = { staged, pools: name, near: columnsOf(staged, pools) }
    }
    return kept.near
  }
}

/** Keys that are smaller, and at most the same, among everybody of a pool; per person near a boundary. */
export type Side = { pools: Uint8Array; below: Int32Array; upTo: Int32Array }

/** Where the people near a boundary stand on both sides, whatever the zeros rule. */
export type NearPlaces = {
  /** Their rank keys. */
  keys: Float64Array
  young: Side
  old: Side
}

/** Finds everybody near a boundary on both sides; by ascending key, so that one search ends near the next. */
export function placesNearBoundary(
  near: NearBoundary,
  keys: Float64Array,
  reference: readonly SortedKeys[],
): NearPlaces {
  const nearKeys = new Float64Array(near.members.length)
  near.members.forEach((member, k) => (nearKeys[k] = keys[member] ?? 0))
  const ascending = sortKeys(nearKeys)
  const sideOf = (pools: Uint8Array): Side => {
    const side = { pools, below: new Int32Array(pools.length), upTo: new Int32Array(pools.length) }
    for (let s = 0; s < pools.length; s++) {
      const k = ascending.members[s] ?? 0
      const key = ascending.keys[s] ?? 0
      const sorted = reference[pools[k] ?? 0]
      if (!sorted) continue
      const below = countBelow(sorted, key)
      side.below[k] = below
      side.upTo[k] = countUpTo(sorted, key, below)
    }
    return side
  }
  return { keys: nearKeys, young: sideOf(near.young), old: sideOf(near.old) }
}
