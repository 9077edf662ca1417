'use client'
import { formatNumber, formatPlain } from '@/lib/format/number'
import { formatShare } from '@/lib/format/percent'
import { plural } from '@/lib/format/plural'
import { ChartTooltip } from './chart-tooltip'
import { HistogramDrawing, type HistogramBar } from './histogram-drawing'
import type { HistogramScale } from './histogram-scale'
import { placeLabels } from './place-labels'
import { textWidth } from './text-width'
import { scoreBars } from './score-bins'
import { TierCut } from './tier-cut'
import { TierRegions, type TierRegion } from './tier-regions'
import { toneFill } from './tone-classes'

/** What a dashed line says: a population spread evenly over all bars, or one that is still like its reference. */
export type EvenShare = 'even' | 'unchanged'

/** Another population, or the same one otherwise scored, in the same bins. */
export type ScoreGhost = { bins: readonly number[]; zeros: number }

export type ScoreHistogramDrawingProps = {
  width: number
  height: number
  bins: readonly number[]
  zeros: number
  /** Tiers with the cuts as they are tried now. */
  regions: readonly TierRegion[]
  barWidth: number
  evenShare: EvenShare | null
  /** Drawn as an outline over the bars. */
  ghost?: ScoreGhost
  onMoveCut: (index: number, to: number) => void
}

/** The zeros stand left of the axis' 0, parted from the rest by a gap. */
const ZERO_GAP = 1.5
const TOP = 44
const LINE_TOP = 36

/** The picture of scores: bars in the colours of their tiers, tiers named above, cuts to drag. */
export function ScoreHistogramDrawing(props: ScoreHistogramDrawingProps) {
  const { width, height, bins, zeros, regions, barWidth, evenShare, ghost, onMoveCut } = props
  const narrow = width < 480
  const people = bins.reduce((sum, count) => sum + count, 0)
  const zeroFrom = -(barWidth + ZERO_GAP)
  const scored = scoreBars(bins, zeros, barWidth)
  const ghosts = ghost ? scoreBars(ghost.bins, ghost.zeros, barWidth) : []
  const tallest = Math.max(1, ...[...scored, ...ghosts].map((bar) => bar.count))
  const mostZeros = Math.max(zeros, ghost?.zeros ?? 0)
  const hasZeros = mostZeros > 0
  const even = people / scored.length
  // A share of a few people in each bar says nothing.
  const showEven = evenShare !== null && even >= 5
  const widest = regions.reduce<TierRegion | undefined>(
    (best, region) => (best && best.to - best.from >= region.to - region.from ? best : region),
    undefined,
  )

  const ofPeople = (count: number) => [
    plural(count, 'person', 'people'),
    `${formatShare(count, people)} of ${formatNumber(people)}`,
  ]
  const zeroBar: HistogramBar = {
    from: zeroFrom,
    to: -ZERO_GAP,
    count: zeros,
    parts: [{ from: zeroFrom, to: -ZERO_GAP, fill: toneFill[regions[0]?.tone ?? 'none'] }],
    tooltip: <ChartTooltip title="Score 0: no key behavior" lines={ofPeople(zeros)} />,
  }
  const bars: HistogramBar[] = scored.map((bar) => ({
    ...bar,
    parts: regions
      .filter((region) => region.from < bar.to && region.to > bar.from)
      .map((region) => ({
        from: Math.max(region.from, bar.from),
        to: Math.min(region.to, bar.to),
        fill: toneFill[region.tone],
      })),
    tooltip: (
      <ChartTooltip
        title={`Score ${formatPlain(bar.from)} to ${formatPlain(bar.to)}`}
        lines={ofPeople(bar.count)}
      />
    ),
  }))
  const all = hasZeros ? [zeroBar, ...bars] : bars
  const outline = ghost && [
    ...(hasZeros ? [{ from: zeroFrom, to: -ZERO_GAP, count: ghost.zeros }] : []),
    ...ghosts,
  ]

  /** The lowest baseline for a text over `[from, to]` that clears the bars below it. */
  const above = (scale: HistogramScale, from: number, to: number, lines: number) => {
    const under = all
      .filter((bar) => scale.x(bar.to) > from && scale.x(bar.from) < to)
      .map((bar) => bar.count)
    const clear = scale.y(Math.max(showEven ? even : 0, ...under)) - 8 - (lines - 1) * 15
    return Math.max(scale.top + 10, clear)
  }

  return (
    <HistogramDrawing
      width={width}
      height={height}
      bars={all}
      domain={[hasZeros ? zeroFrom : 0, 100]}
      xTicks={[0, 20, 40, 60, 80, 100]}
      xTitle="score, higher is better"
      yTitle="people"
      top={TOP}
      limit={mostZeros > tallest * 3 ? tallest * 1.5 : undefined}
      ghost={outline}
      reference={showEven ? even : undefined}
      overlay={(scale) => (
        <>
          <TierRegions
            scale={scale}
            people={people}
            regions={regions.map((region, index) =>
              index === 0 && hasZeros ? { ...region, from: zeroFrom } : region,
            )}
          />
          {regions.slice(1).map((region, index) => {
            const below = regions[index]
            if (!below) return null
            return (
              <TierCut
                key={region.key}
                scale={scale}
                value={region.from}
                min={below.from + 0.5}
                max={region.to - 0.5}
                top={LINE_TOP}
                label={`Cut between ${below.name} and ${region.name}`}
                valueText={`${formatPlain(region.from)}; ${below.name} ${formatNumber(below.count)}, ${region.name} ${formatNumber(region.count)}`}
                onMove={(to) => onMoveCut(index, to)}
              />
            )
          })}
          {zeros > 0 && <ZeroLabel scale={scale} zeros={zeros} narrow={narrow} above={above} />}
          {showEven && (
            <EvenLabel
              scale={scale}
              even={even}
              means={evenShare}
              region={widest}
              narrow={narrow}
              above={above}
            />
          )}
        </>
      )}
    />
  )
}

type LabelProps = {
  scale: HistogramScale
  narrow: boolean
  above: (scale: HistogramScale, from: number, to: number, lines: number) => number
}

function ZeroLabel({ scale, zeros, narrow, above }: LabelProps & { zeros: number }) {
  const lines = narrow ? [`${formatNumber(zeros)} at 0`] : [`${formatNumber(zeros)} at 0: no`, 'key behavior']
  const left = scale.x(-ZERO_GAP) + 5
  const right = left + Math.max(...lines.map((line) => textWidth(line)))
  const y = Math.min(scale.y(zeros) + 12, above(scale, left, right, lines.length))
  return (
    <text x={left} y={Math.max(scale.top + 10, y)} className="halo pointer-events-none fill-ink-2 text-xs">
      {lines.map((line, index) => (
        <tspan key={line} x={left} dy={index === 0 ? 0 : 15}>
          {line}
        </tspan>
      ))}
    </text>
  )
}

function EvenLabel(props: LabelProps & { even: number; means: EvenShare; region: TierRegion | undefined }) {
  const { scale, even, means, region, narrow, above } = props
  const count = formatPlain(even, even < 10 ? 1 : 0)
  const words = {
    even: ['even share', 'an even share'],
    unchanged: ['unchanged', 'an unchanged population'],
  } as const
  const [short, long] = words[means].map((what) => `dashed: ${what}, ${count} per bin`) as [string, string]
  const room = region ? scale.x(region.to) - scale.x(region.from) : 0
  const said = narrow || textWidth(long) + 8 > room ? short : long
  const width = textWidth(said)
  const wish = region ? (scale.x(region.from) + scale.x(region.to)) / 2 : scale.x(50)
  const [middle = wish] = placeLabels([{ center: wish, width }], scale.left, scale.right)
  const half = width / 2
  return (
    <text
      x={middle}
      y={above(scale, middle - half, middle + half, 1) - 4}
      textAnchor="middle"
      className="halo pointer-events-none fill-ink-2 text-xs"
    >
      {said}
    </text>
  )
}
