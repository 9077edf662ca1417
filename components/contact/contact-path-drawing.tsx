'use client'
import { type MouseEvent, useMemo, useState } from 'react'
import { ActionMark } from '@/components/charts/action-mark'
import { ChartTooltip } from '@/components/charts/chart-tooltip'
import { formatDay } from '@/lib/format/instant'
import { formatNumber } from '@/lib/format/number'
import { plural } from '@/lib/format/plural'
import { actionName } from './action-words'
import type { Place } from './free-place'
import { type Note, type PathInput, pathLayout, type PathMark } from './path-layout'

/** How far from a mark a pointer still means it. */
const NEAR = 40

const pathData = (places: readonly Place[]) =>
  places.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('')

/** The line, its marks and their words, as the layout places them. */
export function ContactPathDrawing({ input }: { input: PathInput }) {
  const { width, height, zone } = input
  const layout = useMemo(() => pathLayout(input), [input])
  const { plot, axis, marks, values, ticks, fall, since, end, hidden } = layout
  const [over, setOver] = useState<PathMark | null>(null)

  const findMark = (event: MouseEvent<SVGSVGElement>) => {
    const { left } = event.currentTarget.getBoundingClientRect()
    const x = event.clientX - left
    const nearest = marks.reduce<PathMark | null>(
      (best, mark) => (best && Math.abs(best.x - x) <= Math.abs(mark.x - x) ? best : mark),
      null,
    )
    setOver(nearest && Math.abs(nearest.x - x) <= NEAR ? nearest : null)
  }

  return (
    <>
      <svg
        width={width}
        height={height}
        className="block text-xs"
        onMouseMove={findMark}
        onMouseLeave={() => setOver(null)}
      >
        <text x={plot.left - 6} y={plot.bottom + 4} textAnchor="end" className="fill-ink-3">
          0
        </text>
        {axis.cuts.map(({ cut, y, label }) => (
          <g key={cut}>
            <line
              x1={plot.left}
              x2={plot.right}
              y1={y}
              y2={y}
              strokeDasharray="3 3"
              shapeRendering="crispEdges"
              className="stroke-line-strong"
            />
            {label && (
              <text x={plot.left - 6} y={y + 4} textAnchor="end" className="fill-ink-3">
                {label}
              </text>
            )}
          </g>
        ))}
        {axis.bands.map(({ stars, y }) => (
          <text key={stars} x={width} y={y + 4} textAnchor="end" className="fill-star-ink">
            {stars}★
          </text>
        ))}
        <line
          x1={plot.left}
          x2={plot.right}
          y1={plot.bottom}
          y2={plot.bottom}
          shapeRendering="crispEdges"
          className="stroke-line-strong"
        />
        {ticks.map(({ x, wordsAt, words }) => (
          <g key={x}>
            <line x1={x} x2={x} y1={plot.bottom} y2={plot.bottom + 4} className="stroke-line-strong" />
            {words.map((word, row) => (
              <text
                key={row}
                x={wordsAt}
                y={plot.bottom + 18 + row * 15}
                textAnchor="middle"
                className={row === 0 && words.length > 1 ? 'fill-ink-2' : 'fill-ink-3'}
              >
                {word}
              </text>
            ))}
          </g>
        ))}
        {over && (
          <line
            x1={over.x}
            x2={over.x}
            y1={plot.top}
            y2={plot.bottom}
            shapeRendering="crispEdges"
            className="stroke-line-strong"
          />
        )}
        <path
          d={pathData(layout.line)}
          fill="none"
          strokeWidth={2}
          strokeLinejoin="round"
          strokeLinecap="round"
          className="stroke-accent"
        />
        {layout.triedLine.length > 0 && (
          <path
            d={pathData(layout.triedLine)}
            fill="none"
            strokeWidth={1.5}
            strokeDasharray="4 3"
            className="stroke-accent"
          />
        )}
        {marks.map(({ step, x, y, shape }) => (
          <ActionMark key={step.id} x={x} y={y} shape={shape} open={step.tried} />
        ))}
        {values.map(({ x, y, text, strong }) => (
          <text
            key={`${x} ${y}`}
            x={x}
            y={y}
            textAnchor="middle"
            className={strong ? 'halo fill-ink font-semibold' : 'halo fill-ink-2'}
          >
            {text}
          </text>
        ))}
        {end && (
          <>
            <circle cx={end.x} cy={end.y} r={3} strokeWidth={1.25} className="fill-surface stroke-accent" />
            <text x={end.x + 6} y={end.y + 4} className="halo fill-ink font-semibold">
              {end.text}
            </text>
          </>
        )}
        {hidden > 0 && (
          <text x={plot.left} y={plot.top - 6} className="fill-ink-3">
            after {plural(hidden, 'earlier action')}
          </text>
        )}
        {fall && <Words note={fall} claim />}
        {since && <Words note={since} />}
      </svg>
      {over && <Tip mark={over} width={width} zone={zone} />}
    </>
  )
}

/** A note beside the line; of a claim the first line is in ink. */
function Words({ note, claim = false }: { note: Note; claim?: boolean }) {
  return note.lines.map((line, row) => (
    <text
      key={row}
      x={note.anchor === 'end' ? note.right : note.left}
      y={note.top + 11 + row * 14}
      textAnchor={note.anchor}
      className={claim && row === 0 ? 'halo fill-ink font-semibold' : 'halo fill-ink-2'}
    >
      {line}
    </text>
  ))
}

function Tip({ mark: { step, x, y }, width, zone }: { mark: PathMark; width: number; zone: string }) {
  const right = x < width * 0.6
  return (
    <div
      className="pointer-events-none absolute z-20"
      style={{ top: Math.max(0, y - 56), ...(right ? { left: x + 12 } : { right: width - x + 12 }) }}
    >
      <ChartTooltip
        title={`${formatNumber(step.score, 2)} · ${step.stars}★`}
        lines={[actionName(step.action), step.tried ? 'tried in the simulator' : formatDay(step.at, zone)]}
      />
    </div>
  )
}
