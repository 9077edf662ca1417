'use client'
import { formatNumber } from '@/lib/format/number'
import { formatShare } from '@/lib/format/percent'
import { plural } from '@/lib/format/plural'
import { ChartTooltip } from './chart-tooltip'
import { HistogramDrawing } from './histogram-drawing'
import type { HistogramScale } from './histogram-scale'
import { starRanges } from './star-ranges'

export type StarDistributionDrawingProps = {
  width: number
  height: number
  /** Contacts of one to five stars. */
  stars: readonly number[]
  /** Where 2★, 3★, 4★ and 5★ begin. */
  cuts: readonly number[]
  /** The same of another model or another day: an outline over the bars. */
  ghost?: { name: string; stars: readonly number[] }
}

/** A bar per number of stars, each with its count and share over it and its scores under it. */
export function StarDistributionDrawing({ width, height, stars, cuts, ghost }: StarDistributionDrawingProps) {
  const contacts = stars.reduce((sum, count) => sum + count, 0)
  const ranges = starRanges(cuts)
  const place = (index: number) => ({ from: index + 0.5, to: index + 1.5 })
  return (
    <HistogramDrawing
      width={width}
      height={height}
      domain={[0.5, 5.5]}
      xTicks={[]}
      xTitle=""
      yTitle="contacts"
      top={34}
      ghost={ghost?.stars.map((count, index) => ({ ...place(index), count }))}
      bars={ranges.map(({ stars: one, long }, index) => {
        const count = stars[index] ?? 0
        return {
          ...place(index),
          count,
          parts: [{ ...place(index), fill: 'fill-star' }],
          tooltip: (
            <ChartTooltip
              title={`${one}★, score ${long}`}
              lines={[
                `${plural(count, 'contact')} · ${formatShare(count, contacts)}`,
                `n = ${formatNumber(contacts)}`,
                ...(ghost ? [`${ghost.name}: ${formatNumber(ghost.stars[index] ?? 0)}`] : []),
              ]}
            />
          ),
        }
      })}
      overlay={(scale) => <Labels scale={scale} stars={stars} cuts={cuts} ghost={ghost} />}
    />
  )
}

type LabelsProps = Pick<StarDistributionDrawingProps, 'stars' | 'cuts' | 'ghost'> & { scale: HistogramScale }

function Labels({ scale, stars, cuts, ghost }: LabelsProps) {
  const contacts = stars.reduce((sum, count) => sum + count, 0)
  return starRanges(cuts).map(({ stars: one, short }, index) => {
    const count = stars[index] ?? 0
    const x = scale.x(one)
    const over = scale.y(Math.max(count, ghost?.stars[index] ?? 0))
    return (
      <g key={one} textAnchor="middle" className="pointer-events-none text-xs">
        <text x={x} y={over - 20} className="halo fill-ink font-semibold">
          {formatNumber(count)}
        </text>
        <text x={x} y={over - 6} className="halo fill-ink-2">
          {formatShare(count, contacts)}
        </text>
        <text x={x} y={scale.bottom + 15} className="fill-star-ink font-semibold">
          {one}★
        </text>
        <text x={x} y={scale.bottom + 31} className="fill-ink-3">
          {short}
        </text>
      </g>
    )
  })
}
