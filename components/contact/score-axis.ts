import { placeLabels } from '@/components/charts/place-labels'
import { formatPlain } from '@/lib/format/number'

export type StarBand = { stars: number; y: number }

/** Room that a line of 12 px text takes upwards. */
const LINE = 13

/**
 * The end of a score axis: some air above the highest score, and enough of the star above it to be named.
 *
 * @param cuts where 2★, 3★, 4★ and 5★ begin
 */
export function scoreTop(scores: readonly number[], cuts: readonly number[]): number {
  const highest = Math.max(0, ...scores)
  const next = cuts.find((cut) => cut > highest * 1.02)
  return Math.max(highest * 1.12, (next ?? 0) * 1.25, 1)
}

export type ScoreAxis = {
  top: number
  y: (score: number) => number
  /** The cuts on the axis, those named that have room. */
  cuts: readonly { cut: number; y: number; label: string | null }[]
  /** What each band between the cuts is: 1★, 2★ …; those without room are left out. */
  bands: readonly StarBand[]
}

/** A score axis from 0 with the star cuts as its marks, over a plot of pixels. */
export function scoreAxis(
  scores: readonly number[],
  cuts: readonly number[],
  plot: { top: number; bottom: number },
): ScoreAxis {
  const top = scoreTop(scores, cuts)
  const y = (score: number) => plot.bottom - (score / top) * (plot.bottom - plot.top)
  let lowest = plot.bottom - LINE
  const shown = cuts
    .filter((cut) => cut > 0 && cut < top)
    .map((cut) => {
      const fits = y(cut) <= lowest
      if (fits) lowest = y(cut) - LINE
      return { cut, y: y(cut), label: fits ? formatPlain(cut) : null }
    })
  const edges = [0, ...cuts.map((cut) => Math.min(cut, top)), top]
  const wishes = edges
    .slice(0, -1)
    .map((from, index) => ({ stars: index + 1, from: y(from), to: y(edges[index + 1] ?? top) }))
    .filter(({ from, to }) => from - to >= 4)
    .reverse()
  const centers = placeLabels(
    wishes.map(({ from, to }) => ({ center: (from + to) / 2, width: LINE })),
    plot.top - 6,
    plot.bottom,
    0,
  )
  return {
    top,
    y,
    cuts: shown,
    bands: wishes.map(({ stars }, index) => ({ stars, y: centers[index] ?? 0 })).reverse(),
  }
}
