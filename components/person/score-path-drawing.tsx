'use client'
import { Line, LineChart, ReferenceLine, Tooltip, XAxis, YAxis } from 'recharts'
import { ChartTooltip } from '@/components/charts/chart-tooltip'
import { monthTicks } from '@/components/charts/month-ticks'
import { textWidth } from '@/components/charts/text-width'
import { toneText } from '@/components/charts/tone-classes'
import { tierTone } from '@/components/ui/tier-tone'
import { formatDay } from '@/lib/format/instant'
import { formatNumber, formatPlain, formatScore } from '@/lib/format/number'
import type { PersonPath } from '@/lib/people/client'

type Props = {
  width: number
  height: number
  points: PersonPath['items']
  tiers: PersonPath['tiers']
  zone: string
  since: string | undefined
  label: string
}

const margin = { left: 30, top: 14, bottom: 26 }
const tick = { fontSize: 12, fill: 'var(--ink-3)' }

/** One line from 0 to 100; the tiers are named where it ends. */
export function ScorePathDrawing({ width, height, points, tiers, zone, since, label }: Props) {
  const data = points.map((point) => ({ ...point, at: Date.parse(point.asOf) }))
  const first = data[0]?.at ?? 0
  const last = data.at(-1)?.at ?? 1
  const right = Math.ceil(Math.max(...tiers.map(({ name }) => textWidth(name)), 32)) + 16
  const plot = { left: margin.left, right: width - right, top: margin.top, bottom: height - margin.bottom }
  const x = (at: number) => plot.left + ((at - first) / Math.max(1, last - first)) * (plot.right - plot.left)
  const y = (score: number) => plot.bottom - (score / 100) * (plot.bottom - plot.top)
  const cuts = tiers.slice(1).map(({ from }) => from)
  const months = monthTicks(first, last, zone, plot.right - plot.left)
  const end = data.findLast(({ score }) => score !== null)
  const marked = data.find(({ asOf }) => asOf === since)
  const named = nameTiers(tiers, end?.score ?? null, y)

  return (
    <LineChart
      width={width}
      height={height}
      data={data}
      margin={{ left: 0, right, top: margin.top, bottom: 0 }}
      accessibilityLayer={false}
      role="img"
      aria-label={label}
    >
      <XAxis
        type="number"
        dataKey="at"
        domain={[first, last]}
        ticks={months.map(({ at }) => at)}
        interval={0}
        height={margin.bottom}
        tick={tick}
        tickLine={{ stroke: 'var(--line-strong)' }}
        tickSize={4}
        tickMargin={4}
        tickFormatter={(at: number) => months.find((month) => month.at === at)?.label ?? ''}
        axisLine={{ stroke: 'var(--line-strong)', shapeRendering: 'crispEdges' }}
      />
      <YAxis
        type="number"
        domain={[0, 100]}
        ticks={[0, ...cuts, 100]}
        interval={0}
        width={margin.left}
        tick={tick}
        tickLine={false}
        tickMargin={4}
        axisLine={false}
        tickFormatter={(value: number) => formatPlain(value)}
      />
      {cuts.map((cut) => (
        <ReferenceLine
          key={cut}
          y={cut}
          stroke="var(--line-strong)"
          strokeDasharray="3 3"
          shapeRendering="crispEdges"
        />
      ))}
      <Tooltip
        isAnimationActive={false}
        cursor={{ stroke: 'var(--line-strong)' }}
        allowEscapeViewBox={{ x: false, y: true }}
        wrapperStyle={{ zIndex: 20, pointerEvents: 'none' }}
        content={({ active, payload }) => {
          const point: (typeof data)[number] | undefined = payload?.[0]?.payload
          if (!active || !point) return null
          const tier = tiers.find(({ key }) => key === point.tier)?.name
          return (
            <ChartTooltip
              title={`${formatScore(point.score)} · ${formatDay(point.asOf, zone)}`}
              lines={[tier ?? point.state, `raw ${formatNumber(point.raw, 2)} · v${point.version}`]}
            />
          )
        }}
      />
      <Line
        dataKey="score"
        stroke="var(--accent)"
        strokeWidth={1.75}
        dot={data.length < 3 ? { r: 3, fill: 'var(--accent)' } : false}
        activeDot={{ r: 3.5, fill: 'var(--accent)', stroke: 'none' }}
        isAnimationActive={false}
        connectNulls={false}
      />
      {marked?.score !== null && marked !== undefined && (
        <g>
          <circle
            cx={x(marked.at)}
            cy={y(marked.score)}
            r={3}
            className="fill-surface stroke-ink-2"
            strokeWidth={1.25}
          />
          <text
            x={x(marked.at)}
            y={y(marked.score) + (marked.score > 20 ? 16 : -8)}
            textAnchor="middle"
            className="fill-ink-2 text-xs"
          >
            {formatScore(marked.score)}
          </text>
        </g>
      )}
      {end?.score !== null && end !== undefined && (
        <>
          <circle cx={x(end.at)} cy={y(end.score)} r={3.5} className="fill-accent" />
          <text x={plot.right + 8} y={y(end.score) + 4} className="fill-ink text-xs font-semibold">
            {formatScore(end.score)}
          </text>
        </>
      )}
      {named.map(({ name, at, index }) => (
        <text
          key={name}
          x={plot.right + 8}
          y={at + 4}
          className={`text-xs ${toneText[tierTone(tiers, index)]}`}
        >
          {name}
        </text>
      ))}
    </LineChart>
  )
}

/** Names of the tiers in the middle of their bands, moved aside where the last score is printed. */
function nameTiers(tiers: Props['tiers'], score: number | null, y: (score: number) => number) {
  return tiers.map(({ name, from }, index) => {
    const middle = y((from + (tiers[index + 1]?.from ?? 100)) / 2)
    const printed = score === null ? Infinity : y(score)
    if (Math.abs(middle - printed) >= 15) return { name, index, at: middle }
    return { name, index, at: middle >= printed ? printed + 15 : printed - 15 }
  })
}
