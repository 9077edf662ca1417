/**
 * **Median**: the middle value, or halfway between the two middle ones.
 *
 *     lo + (hi − lo) · 0.5
 *
 * of the sorted values, which is what ClickHouse's `quantileExactInclusive(0.5)` computes.
 *
 * @param values finite numbers in any order; not changed
 * @returns their median in their unit; null of nothing
 *
 * Example: of 3, 1, 10 it is 3; of 3, 1, 10, 4 it is 3.5.
 */
export function median(values: readonly number[]): number | null {
  const sorted = Float64Array.from(values).sort()
  const lo = sorted[Math.floor((sorted.length - 1) / 2)]
  const hi = sorted[Math.floor(sorted.length / 2)]
  return lo === undefined || hi === undefined ? null : lo + (hi - lo) * 0.5
}
