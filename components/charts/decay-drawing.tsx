'use client'
import { formatPlain } from '@/lib/format/number'
import { agedWorth } from '@/lib/scoring/contacts/decay'
import { ActionMark } from './action-mark'
import { ageTicks, curveName, type DecayMark, type DecayPoint, decayPoints } from './decay-data'
import { DecayPicker } from './decay-picker'
import { placeLabels } from './place-labels'
import { textWidth } from './text-width'

type Props = {
  width: number
  height: number
  value: number
  chosen: number
  gravities: readonly number[]
  marks: readonly DecayMark[]
  end: number
  unit: string
  picked: readonly DecayPoint[]
  onPick: ((point: DecayPoint) => void) | undefined
}

const LINE = 14

/** Curves named where they end, the chosen one in the accent with the actions on it. */
export function DecayDrawing(props: Props) {
  const { width, height, value, chosen, gravities, marks, end, unit, picked, onPick } = props
  const names = gravities.map((gravity) => curveName(value, gravity, end))
  const right = Math.ceil(Math.max(...names.map((name) => textWidth(name, true)))) + 10
  const left = Math.ceil(textWidth(formatPlain(value))) + 10
  const plot = { left, right: width - right, top: 14, bottom: height - 40 }
  const x = (age: number) => plot.left + ((age - 1) / Math.max(1e-9, end - 1)) * (plot.right - plot.left)
  const y = (worth: number) => plot.bottom - (worth / value) * (plot.bottom - plot.top)

  const curves = gravities.map((gravity, index) => ({
    gravity,
    name: names[index] ?? '',
    at: y(agedWorth(value, end, gravity)),
    path: decayPoints(value, gravity, end)
      .map(({ age, worth }, nth) => `${nth === 0 ? 'M' : 'L'}${x(age).toFixed(1)} ${y(worth).toFixed(1)}`)
      .join(''),
  }))
  // A higher gravity ends lower, so the names keep the order of the curves from the top down.
  const placed = placeLabels(
    curves.map(({ at }) => ({ center: at, width: LINE })),
    plot.top - 4,
    plot.bottom + LINE / 2,
    1,
  )
  const shown = Number.isFinite(chosen) ? marks.filter(({ age }) => age <= end) : []

  return (
    <svg width={width} height={height} className="block text-xs">
      {[value / 2, value].map((worth) => (
        <line
          key={worth}
          x1={plot.left}
          x2={plot.right}
          y1={y(worth)}
          y2={y(worth)}
          shapeRendering="crispEdges"
          className="stroke-line"
        />
      ))}
      {[0, value / 2, value].map((worth) => (
        <text key={worth} x={plot.left - 6} y={y(worth) + 4} textAnchor="end" className="fill-ink-3">
          {formatPlain(worth)}
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
      {ageTicks(end, plot.right - plot.left).map((age) => (
        <g key={age}>
          <line
            x1={x(age)}
            x2={x(age)}
            y1={plot.bottom}
            y2={plot.bottom + 4}
            className="stroke-line-strong"
          />
          <text x={x(age)} y={plot.bottom + 18} textAnchor="middle" className="fill-ink-3">
            {formatPlain(age)}
          </text>
        </g>
      ))}
      <text x={(plot.left + plot.right) / 2} y={height - 4} textAnchor="middle" className="fill-ink-3">
        {unit}
      </text>
      {/* The chosen curve last, so that it lies over the others. */}
      {[...curves]
        .sort((a, b) => Number(a.gravity === chosen) - Number(b.gravity === chosen))
        .map(({ gravity, path }) => (
          <path
            key={gravity}
            d={path}
            fill="none"
            strokeWidth={gravity === chosen ? 2 : 1.25}
            strokeLinejoin="round"
            strokeLinecap="round"
            className={gravity === chosen ? 'stroke-accent' : 'stroke-ink-3'}
          />
        ))}
      {curves.map(({ gravity, name }, index) => (
        <text
          key={gravity}
          x={plot.right + 8}
          y={(placed[index] ?? 0) + 4}
          className={gravity === chosen ? 'fill-accent font-semibold' : 'fill-ink-2'}
        >
          {name}
        </text>
      ))}
      {[...shown]
        .sort((a, b) => b.age - a.age)
        .map(({ age, shape, label }, index) => (
          <ActionMark
            key={index}
            x={x(age)}
            y={y(agedWorth(value, age, chosen))}
            shape={shape}
            title={label}
          />
        ))}
      {(onPick || picked.length > 0) && (
        <DecayPicker plot={plot} x={x} y={y} value={value} end={end} picked={picked} onPick={onPick} />
      )}
    </svg>
  )
}
