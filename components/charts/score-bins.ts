/** Bins per point of score: the warehouse counts people in 200 bins of half a point. */
export const BINS_PER_POINT = 2
const LAST = 100

export type ScoreBar = { from: number; to: number; count: number }

/**
 * Bars over `[from, to)` points, the last one closed, from bins of half a point. People at exactly 0 are left
 * out of the first bar: they have one of their own.
 * @param zeros people whose score is 0; they are in the first bin
 * @param width points per bar, a multiple of 0.5
 */
export function scoreBars(bins: readonly number[], zeros: number, width = 2.5): ScoreBar[] {
  const perBar = Math.round(width * BINS_PER_POINT)
  const bars: ScoreBar[] = []
  for (let start = 0; start < bins.length; start += perBar) {
    const count = bins.slice(start, start + perBar).reduce((sum, value) => sum + value, 0)
    bars.push({
      from: start / BINS_PER_POINT,
      to: Math.min(LAST, (start + perBar) / BINS_PER_POINT),
      count: start === 0 ? Math.max(0, count - zeros) : count,
    })
  }
  return bars
}

/**
 * People in each interval between cuts: `[0, cut)`, `[cut, next)`, …, the last one closed. Exact for cuts at
 * whole half points.
 * @param cuts ascending, without the 0 of the lowest tier
 */
export function countBetween(bins: readonly number[], cuts: readonly number[]): number[] {
  const edges = [0, ...cuts.map((cut) => Math.round(cut * BINS_PER_POINT)), bins.length]
  return edges.slice(0, -1).map((start, index) => {
    const end = edges[index + 1] ?? bins.length
    return bins.slice(start, end).reduce((sum, value) => sum + value, 0)
  })
}

/** A cut moved to the nearest half point, kept apart from its neighbours by half a point. */
export function moveCut(cuts: readonly number[], index: number, to: number): number[] {
  const low = (cuts[index - 1] ?? 0) + 1 / BINS_PER_POINT
  const high = (cuts[index + 1] ?? LAST) - 1 / BINS_PER_POINT
  const snapped = Math.round(to * BINS_PER_POINT) / BINS_PER_POINT
  return cuts.map((cut, place) => (place === index ? Math.min(high, Math.max(low, snapped)) : cut))
}
