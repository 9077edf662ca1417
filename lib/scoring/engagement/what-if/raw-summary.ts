import { isZero, rankKey } from '../rank-key'
import { RAW_LEVEL, type RawDistribution, rawBinOf, rawBinWidth } from '../raw-distribution'
import { countsBetween, intervalEnds } from './interval-ends'
import type { KeyedMembers } from './keyed-members'
import { countBelow, countUpTo, partitionPoint, type SortedKeys } from './sorted-keys'

const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0)

/** The k-th smallest key, k from 1, of all pools together; undefined where there are fewer keys. */
function keyAtRank(pools: readonly SortedKeys[], k: number): number | undefined {
  const upTo = (key: number) => total(pools.map((pool) => countUpTo(pool, key)))
  const candidates = pools.flatMap(({ keys }) => {
    return keys[partitionPoint(keys, 0, (key) => upTo(key) < k)] ?? []
  })
  return candidates.length === 0 ? undefined : Math.min(...candidates)
}

/** `rawDistribution` of the sorted keys of all pools. */
export function rawDistributionOf(pools: readonly SortedKeys[]): RawDistribution {
  const size = total(pools.map(({ keys }) => keys.length))
  const atLevel = keyAtRank(pools, Math.max(1, Math.ceil(RAW_LEVEL * size)))
  const highest = Math.max(0, atLevel ?? 0) / 1e9
  const width = rawBinWidth(highest)
  const bins = rawBinOf(rankKey(highest), width) + 1
  const perPool = pools.map(({ keys }) =>
    countsBetween(intervalEnds(keys, bins, (key) => rawBinOf(key, width))),
  )
  const counts = Array.from({ length: bins }, (_, bin) => total(perPool.map((pool) => pool[bin] ?? 0)))
  return { width, counts, above: size - total(counts) }
}

/** Share of members whose rank key is at most 0; null of nobody. */
export function zeroShareOf(pools: readonly SortedKeys[]): number | null {
  const size = total(pools.map(({ keys }) => keys.length))
  const zeros = total(pools.map(({ keys }) => partitionPoint(keys, 0, isZero)))
  return size === 0 ? null : zeros / size
}

/**
 * The k-th smallest raw score, k from 1. Raw scores are in the order of their keys, so it is among those that share the
 * k-th smallest key: mostly one, or many of the same.
 */
function rawAtRank(
  k: number,
  { raws, keys }: Pick<KeyedMembers, 'raws' | 'keys'>,
  pools: readonly SortedKeys[],
): number {
  const key = keyAtRank(pools, k) ?? 0
  const tied: number[] = []
  let lowest = Infinity
  let highest = -Infinity
  for (let m = 0; m < keys.length; m++) {
    if (keys[m] !== key) continue
    const raw = raws[m] ?? 0
    if (raw < lowest) lowest = raw
    if (raw > highest) highest = raw
  }
  if (lowest === highest) return lowest
  keys.forEach((one, m) => one === key && tied.push(raws[m] ?? 0))
  const below = total(pools.map((pool) => countBelow(pool, key)))
  return Float64Array.from(tied).sort()[k - 1 - below] ?? 0
}

/** `median` of the raw scores; null of nobody. */
export function medianRawOf(
  members: Pick<KeyedMembers, 'raws' | 'keys'>,
  pools: readonly SortedKeys[],
): number | null {
  const size = members.raws.length
  if (size === 0) return null
  const lo = rawAtRank(Math.floor((size - 1) / 2) + 1, members, pools)
  const hi = size % 2 === 1 ? lo : rawAtRank(Math.floor(size / 2) + 1, members, pools)
  return lo + (hi - lo) * 0.5
}
