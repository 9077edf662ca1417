'use client'
import { formatNumber, formatPlain } from '@/lib/format/number'
import { formatShare } from '@/lib/format/percent'
import { plural } from '@/lib/format/plural'
import type { ChartData } from './chart-data'
import { ChartTooltip } from './chart-tooltip'
import { HistogramDrawing } from './histogram-drawing'
import { niceRangeTicks } from './nice-ticks'

export type RawBin = { from: number; to: number; count: number }

const peopleIn = (bins: readonly RawBin[]) => bins.reduce((sum, bin) => sum + bin.count, 0)

/** Raw scores before they are ranked: one series, since tiers are cut on the score. */
export function RawHistogram({
  width,
  height,
  bins,
}: {
  width: number
  height: number
  bins: readonly RawBin[]
}) {
  const people = peopleIn(bins)
  const low = bins[0]?.from ?? 0
  const high = bins.at(-1)?.to ?? 1
  return (
    <HistogramDrawing
      width={width}
      height={height}
      domain={[low, high > low ? high : low + 1]}
      xTicks={niceRangeTicks(low, high, width < 480 ? 4 : 6)}
      xTitle="raw score, higher is better"
      yTitle="people"
      top={12}
      bars={bins.map((bin) => ({
        ...bin,
        parts: [{ from: bin.from, to: bin.to, fill: 'fill-accent' }],
        tooltip: (
          <ChartTooltip
            title={`Raw ${formatPlain(bin.from)} to ${formatPlain(bin.to)}`}
            lines={[
              plural(bin.count, 'person', 'people'),
              `${formatShare(bin.count, people)} of ${formatNumber(people)}`,
            ]}
          />
        ),
      }))}
    />
  )
}

/** A row per bar. */
export function rawHistogramData(bins: readonly RawBin[]): ChartData {
  const people = peopleIn(bins)
  return {
    columns: [
      { name: 'From raw', numeric: true },
      { name: 'To', numeric: true },
      { name: 'People', numeric: true },
      { name: 'Share', numeric: true },
    ],
    rows: bins.map((bin) => [
      { value: bin.from, text: formatPlain(bin.from) },
      { value: bin.to, text: formatPlain(bin.to) },
      { value: bin.count, text: formatNumber(bin.count) },
      { value: people > 0 ? bin.count / people : 0, text: formatShare(bin.count, people) },
    ]),
  }
}
