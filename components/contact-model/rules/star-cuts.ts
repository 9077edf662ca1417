/** Scores by hand stop at tenths. */
export const CUT_STEP = 0.1

/** The end of the axis that cuts are moved on: beyond the last one of either, round. */
export function cutsEnd(cuts: readonly number[], live: readonly number[]): number {
  const most = Math.max(0, ...[...cuts, ...live].filter(Number.isFinite))
  const step = most < 20 ? 2 : 10 ** Math.floor(Math.log10(most))
  return Math.max(12, Math.ceil((most * 1.2) / step) * step)
}

/** Cuts as a slider can show them: numbers that do not fall; what is no number stands at the cut before. */
export function shownCuts(cuts: readonly number[], end: number): number[] {
  let before = 0
  return cuts.map((cut) => {
    before = Math.min(end, Math.max(before, Number.isFinite(cut) ? cut : before))
    return before
  })
}

/** Where 1★ to 5★ lie on an axis from 0 to its end. */
export function starSpans(
  cuts: readonly number[],
  end: number,
): readonly { stars: number; from: number; to: number }[] {
  const edges = [0, ...shownCuts(cuts, end), end]
  return edges.slice(0, -1).map((from, index) => ({ stars: index + 1, from, to: edges[index + 1] ?? end }))
}
