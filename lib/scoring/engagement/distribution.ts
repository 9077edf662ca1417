/** Bins of the stored histogram, each half a point wide. */
export const BIN_COUNT = 200

/**
 * **Bin** of a score: `min(199, floor(2 · score))`; bin b holds `[b/2, (b+1)/2)`, the last one is closed at 100.
 *
 * Example: 0 is in bin 0, 0.5 in bin 1, 99.5 and 100 in bin 199.
 */
export function binOf(score: number): number {
  return Math.min(BIN_COUNT - 1, Math.floor(score * 2))
}

/**
 * **Distribution**: how many people have a score in each of the 200 bins. Whoever draws the zeros as a bar of their own
 * subtracts them from bin 0.
 *
 * @param scores 0 to 100
 * @returns 200 counts that sum to the number of scores
 */
export function distribution(scores: readonly number[]): readonly number[] {
  const bins = new Array<number>(BIN_COUNT).fill(0)
  for (const score of scores) {
    const bin = binOf(score)
    bins[bin] = (bins[bin] ?? 0) + 1
  }
  return bins
}
