'use client'
import type { ReactNode } from 'react'
import {
  Bar,
  BarChart,
  ReferenceLine,
  Tooltip,
  XAxis,
  YAxis,
  ZIndexLayer,
  type BarShapeProps,
} from 'recharts'
import { formatNumber, formatPlain } from '@/lib/format/number'
import { histogramScale, type HistogramScale } from './histogram-scale'
import { niceTicks } from './nice-ticks'
import { textWidth } from './text-width'

export type HistogramBar = {
  from: number
  to: number
  count: number
  /** Classes that fill parts of the bar, in values of the axis: a bar that a cut divides has two. */
  parts: readonly { from: number; to: number; fill: string }[]
  /** What the tooltip says. */
  tooltip: ReactNode
}

export type HistogramDrawingProps = {
  width: number
  height: number
  bars: readonly HistogramBar[]
  domain: readonly [number, number]
  xTicks: readonly number[]
  xTitle: string
  yTitle: string
  /** Space above the plot for labels of regions. */
  top: number
  /** Bars above this are cut off, with a mark; by default the highest bar fits. */
  limit?: number
  /** A dashed line at this count. */
  reference?: number
  /** An outline over the bars: how it was, or would be otherwise. Ascending. */
  ghost?: readonly { from: number; to: number; count: number }[]
  /** What lies over the bars, in pixels of the scale. */
  overlay?: (scale: HistogramScale) => ReactNode
}

/** Recharts draws bars on its layer 300. */
const OVER_BARS = 700

/** Room for the title of the upright axis, which is turned. */
const TITLE_WIDTH = 18

const tick = { fontSize: 12, fill: 'var(--ink-3)' }

/** Bars from zero at the real pixel width, with axes and a tooltip: score and raw histograms are drawn by it. */
export function HistogramDrawing({
  width,
  height,
  bars,
  domain,
  xTicks,
  xTitle,
  yTitle,
  top,
  limit,
  reference,
  ghost,
  overlay,
}: HistogramDrawingProps) {
  const highest = Math.max(
    1,
    reference ?? 0,
    ...bars.map((bar) => bar.count),
    ...(ghost ?? []).map((bar) => bar.count),
  )
  const yMax = Math.min(highest, limit ?? highest) * 1.08
  const yTicks = niceTicks(yMax)
  const axisWidth = Math.ceil(Math.max(...yTicks.map((value) => textWidth(formatNumber(value))))) + 8
  const margin = { left: axisWidth + TITLE_WIDTH, right: 14, top, bottom: 36 }
  const scale = histogramScale({ width, height, margin, domain, yMax })
  const data = bars.map((bar) => ({
    ...bar,
    middle: (bar.from + bar.to) / 2,
    shown: Math.min(bar.count, yMax),
  }))

  return (
    <BarChart
      width={width}
      height={height}
      data={data}
      margin={{ top, right: margin.right, bottom: 0, left: TITLE_WIDTH }}
      accessibilityLayer={false}
    >
      <XAxis
        type="number"
        dataKey="middle"
        domain={[domain[0], domain[1]]}
        allowDataOverflow
        ticks={[...xTicks]}
        interval={0}
        height={36}
        tick={tick}
        tickLine={{ stroke: 'var(--line-strong)' }}
        tickSize={4}
        tickMargin={4}
        tickFormatter={(value: number) => formatPlain(value)}
        axisLine={{ stroke: 'var(--line-strong)', shapeRendering: 'crispEdges' }}
      />
      <YAxis
        type="number"
        width={axisWidth}
        domain={[0, yMax]}
        allowDataOverflow
        ticks={yTicks}
        interval={0}
        tick={tick}
        tickLine={false}
        tickSize={0}
        tickMargin={6}
        axisLine={false}
        tickFormatter={(value: number) => formatNumber(value)}
      />
      {yTicks.slice(1).map((value) => (
        <ReferenceLine key={value} y={value} stroke="var(--line)" shapeRendering="crispEdges" zIndex={-50} />
      ))}
      <Tooltip
        cursor={false}
        isAnimationActive={false}
        allowEscapeViewBox={{ x: false, y: true }}
        offset={12}
        wrapperStyle={{ zIndex: 20, pointerEvents: 'none' }}
        content={({ active, payload }) => {
          const bar: HistogramBar | undefined = payload?.[0]?.payload
          return active && bar ? bar.tooltip : null
        }}
      />
      <Bar
        dataKey="shown"
        isAnimationActive={false}
        shape={(props: BarShapeProps) => (
          <BarMark bar={props.payload} active={props.isActive} scale={scale} yMax={yMax} />
        )}
      />
      <text
        x={(scale.left + scale.right) / 2}
        y={height - 4}
        textAnchor="middle"
        className="fill-ink-3 text-xs"
      >
        {xTitle}
      </text>
      <text
        transform={`translate(11 ${(scale.top + scale.bottom) / 2}) rotate(-90)`}
        textAnchor="middle"
        className="fill-ink-3 text-xs"
      >
        {yTitle}
      </text>
      <ZIndexLayer zIndex={OVER_BARS}>
        {reference !== undefined && (
          <line
            x1={scale.left}
            x2={scale.right}
            y1={scale.y(reference)}
            y2={scale.y(reference)}
            strokeDasharray="3 3"
            className="stroke-ink"
            shapeRendering="crispEdges"
          />
        )}
        {ghost && <GhostOutline ghost={ghost} scale={scale} yMax={yMax} />}
        {overlay?.(scale)}
      </ZIndexLayer>
    </BarChart>
  )
}

type Ghost = { ghost: NonNullable<HistogramDrawingProps['ghost']>; scale: HistogramScale; yMax: number }

/** Steps along the tops; where bars do not follow each other the line goes down to zero between them. */
function GhostOutline({ ghost, scale, yMax }: Ghost) {
  const steps = ghost.flatMap(({ from, to, count }, index) => {
    const before = ghost[index - 1]
    const after = ghost[index + 1]
    const y = scale.y(Math.min(count, yMax))
    return [
      before?.to === from ? '' : `M${scale.x(from)} ${scale.bottom}`,
      `L${scale.x(from)} ${y}L${scale.x(to)} ${y}`,
      after?.from === to ? '' : `L${scale.x(to)} ${scale.bottom}`,
    ]
  })
  return (
    <path
      d={steps.join('')}
      fill="none"
      className="pointer-events-none stroke-ink"
      strokeWidth={1}
      shapeRendering="crispEdges"
      data-ghost
    />
  )
}

function BarMark(props: { bar: HistogramBar; active: boolean; scale: HistogramScale; yMax: number }) {
  const { bar, active, scale, yMax } = props
  const y = scale.y(bar.count)
  const left = scale.x(bar.from) + 0.5
  const right = scale.x(bar.to) - 0.5
  return (
    <g opacity={active ? 0.8 : 1}>
      {bar.parts.map((part) => {
        const from = Math.max(left, scale.x(part.from))
        const to = Math.min(right, scale.x(part.to))
        return (
          <rect
            key={part.from}
            x={from}
            y={y}
            width={Math.max(0, to - from)}
            height={Math.max(0, scale.bottom - y)}
            className={part.fill}
          />
        )
      })}
      {bar.count > yMax && <BreakMark left={left} right={right} y={scale.top + 14} />}
    </g>
  )
}

/** Two slanted strokes in the colour of the surface: this bar goes on. */
function BreakMark({ left, right, y }: { left: number; right: number; y: number }) {
  return (
    <path
      d={`M${left - 2} ${y + 3}L${right + 2} ${y - 3}M${left - 2} ${y + 9}L${right + 2} ${y + 3}`}
      className="stroke-surface"
      strokeWidth={2}
    />
  )
}
