'use client'
import { Area, AreaChart, ReferenceLine, Tooltip, XAxis, YAxis, ZIndexLayer } from 'recharts'
import { formatDay } from '@/lib/format/instant'
import { formatNumber } from '@/lib/format/number'
import { formatPercent, formatShare } from '@/lib/format/percent'
import { ChartTooltip } from './chart-tooltip'
import { dateTicks } from './date-ticks'
import { placeLabels } from './place-labels'
import { textWidth } from './text-width'
import type { SharePoint } from './share-data'

export type ShareBand = {
  key: string
  name: string
  /** A colour of the style sheet. */
  fill: string
  /** The class that colours its words. */
  text: string
}

type Props = {
  width: number
  height: number
  /** Lowest first: the first is drawn at the bottom. */
  bands: readonly ShareBand[]
  /** At least two. */
  points: readonly SharePoint[]
  zone: string
}

/** Recharts draws areas on its layer 100. */
const OVER_AREAS = 700
const AXIS_WIDTH = 44
const AXIS_HEIGHT = 24
const TOP = 8
const LABEL_HEIGHT = 30

const tick = { fontSize: 12, fill: 'var(--ink-3)' }

/** Shares of a whole as one stack of 100 %, each named at its end. */
export function ShareDrawing({ width, height, bands, points, zone }: Props) {
  const last = points.at(-1)
  const words = bands.map(({ name }, band) => ({
    name,
    share: last ? formatShare(last.people[band] ?? 0, last.n) : '',
  }))
  const longest = Math.max(
    ...words.map(({ name, share }) => Math.max(textWidth(name, true), textWidth(share))),
  )
  const right = Math.min(Math.ceil(longest) + 10, width * 0.35)
  const plot = { top: TOP, bottom: height - AXIS_HEIGHT, right: width - right }
  const times = points.map(({ at }) => at)
  const ticks = dateTicks(times, zone, width - right - AXIS_WIDTH)

  return (
    <AreaChart
      width={width}
      height={height}
      data={[...points]}
      margin={{ top: TOP, right, bottom: 0, left: 0 }}
      accessibilityLayer={false}
    >
      <XAxis
        type="number"
        dataKey="at"
        domain={[times[0] ?? 0, times.at(-1) ?? 1]}
        ticks={ticks.map(({ at }) => at)}
        interval={0}
        height={AXIS_HEIGHT}
        tick={tick}
        tickLine={{ stroke: 'var(--line-strong)' }}
        tickSize={4}
        tickMargin={4}
        tickFormatter={(value: number) => ticks.find(({ at }) => at === value)?.label ?? ''}
        axisLine={{ stroke: 'var(--line-strong)', shapeRendering: 'crispEdges' }}
      />
      <YAxis
        type="number"
        width={AXIS_WIDTH}
        domain={[0, 1]}
        ticks={[0, 0.5, 1]}
        interval={0}
        tick={tick}
        tickLine={false}
        tickSize={0}
        tickMargin={6}
        axisLine={false}
        tickFormatter={(value: number) => formatPercent(value, 0)}
      />
      {[0.5, 1].map((value) => (
        <ReferenceLine key={value} y={value} stroke="var(--line)" shapeRendering="crispEdges" zIndex={-50} />
      ))}
      <Tooltip
        cursor={{ stroke: 'var(--ink)', strokeWidth: 1 }}
        isAnimationActive={false}
        allowEscapeViewBox={{ x: false, y: true }}
        offset={12}
        wrapperStyle={{ zIndex: 20, pointerEvents: 'none' }}
        content={({ active, payload }) => {
          const point: SharePoint | undefined = payload?.[0]?.payload
          return active && point ? <Week point={point} bands={bands} zone={zone} /> : null
        }}
      />
      {bands.map(({ key, fill }, band) => (
        <Area
          key={key}
          type="linear"
          stackId="bands"
          dataKey={(point: SharePoint) => (point.n > 0 ? (point.people[band] ?? 0) / point.n : null)}
          fill={fill}
          fillOpacity={1}
          stroke="var(--surface)"
          strokeWidth={1}
          activeDot={false}
          isAnimationActive={false}
        />
      ))}
      <ZIndexLayer zIndex={OVER_AREAS}>
        <EndLabels words={words} bands={bands} last={last} plot={plot} />
      </ZIndexLayer>
    </AreaChart>
  )
}

type EndLabelsProps = {
  words: readonly { name: string; share: string }[]
  bands: readonly ShareBand[]
  last: SharePoint | undefined
  plot: { top: number; bottom: number; right: number }
}

/** Beside the end of each band its name and share, kept apart where bands are thin. */
function EndLabels({ words, bands, last, plot }: EndLabelsProps) {
  if (!last || last.n === 0) return null
  const tall = plot.bottom - plot.top
  const middles = bands.map((_, band) => {
    const below = last.people.slice(0, band).reduce((sum, count) => sum + count, 0)
    return plot.bottom - ((below + (last.people[band] ?? 0) / 2) / last.n) * tall
  })
  // From the top down, as labels are placed in the order of the axis.
  const wishes = middles.map((center) => ({ center, width: LABEL_HEIGHT })).reverse()
  const placed = placeLabels(wishes, plot.top - 4, plot.bottom + 4, 2).reverse()
  return bands.map(({ key, text }, band) => (
    <g key={key} className="text-xs">
      <text x={plot.right + 8} y={(placed[band] ?? 0) - 2} className={`font-semibold ${text}`}>
        {words[band]?.name}
      </text>
      <text x={plot.right + 8} y={(placed[band] ?? 0) + 13} className="fill-ink-2">
        {words[band]?.share}
      </text>
    </g>
  ))
}

function Week({ point, bands, zone }: { point: SharePoint } & Pick<Props, 'bands' | 'zone'>) {
  const lines = bands.map(({ name }, band) => {
    const count = point.people[band] ?? 0
    return `${name} ${formatShare(count, point.n)} · ${formatNumber(count)}`
  })
  return (
    <ChartTooltip
      title={formatDay(point.at, zone)}
      lines={[...lines.reverse(), `n = ${formatNumber(point.n)}`]}
    />
  )
}
