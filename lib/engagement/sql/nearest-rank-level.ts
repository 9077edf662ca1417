/**
 * The level at which ClickHouse's `quantileExact`, which takes the value at index `trunc(level · size)`, gives the
 * nearest rank: the `ceil(share · size)`-th smallest, at least the first.
 *
 * Example: share 0.99 of 200 values is the 198th, index 197: level 0.9875.
 */
export function nearestRankLevel(share: number, size: number): number {
  const rank = Math.max(1, Math.ceil(share * size))
  return size === 0 ? 0 : (rank - 0.5) / size
}
