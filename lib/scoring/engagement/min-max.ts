/** Of `part` in `whole` a hundred: 0 to 100; where the whole is 0, all that is above it is 100. */
function share(part: number, whole: number): number {
  if (part <= 0) return 0
  return whole <= 0 ? 100 : Math.min(100, (100 * part) / whole)
}

/**
 * **Min–max**: the share of the highest raw score (winsorised) of the baseline.
 *
 *     100 · r / hi   clipped to 0..100
 *
 * @param r raw score in points, as its rank key says it: key / 1e9, so that ties stay ties
 * @param highest hi of the baseline in points, at least 0; where it is 0, every r > 0 scores 100
 *
 * Example: r = 3 of hi = 12: 25. r = 20: 100. r = −1: 0.
 */
export function minMax(r: number, highest: number): number {
  return share(r, highest)
}

/**
 * **Log min–max**: the same on logarithms, which lets the low scores spread.
 *
 *     100 · log(1 + r) / log(1 + hi)   clipped to 0..100
 *
 * Example: r = 3 of hi = 15: 100 · log 4 / log 16 = 50.
 */
export function logMinMax(r: number, highest: number): number {
  return r <= 0 ? 0 : share(Math.log1p(r), Math.log1p(highest))
}
