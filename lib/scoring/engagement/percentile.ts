/**
 * **Mid-rank percentile**: the share of the baseline that a person stands above, those tied counted half.
 *
 *     100 · (L + E/2) / N
 *
 * @param below L, people of the baseline with a smaller rank key
 * @param equal E, people with the same one
 * @param size N, people in the baseline
 * @returns 0 to 100, higher is better; null where there is nobody to compare with (N = 0). Over the people of the
 *   baseline itself the mean is exactly 50, whatever the ties.
 *
 * Example: N = 4, one below, two tied: 100 · (1 + 1) / 4 = 50. Alone: 100 · (0 + 0.5) / 1 = 50.
 */
export function midRankPercentile(below: number, equal: number, size: number): number | null {
  return size === 0 ? null : (100 * (below + equal / 2)) / size
}
