'use client'
import { type KeyboardEvent, type MouseEvent, useState } from 'react'
import { formatPlain } from '@/lib/format/number'
import { type DecayPoint, pickedPoint } from './decay-data'

type Props = {
  plot: { left: number; right: number; top: number; bottom: number }
  x: (age: number) => number
  y: (worth: number) => number
  value: number
  end: number
  picked: readonly DecayPoint[]
  onPick: ((point: DecayPoint) => void) | undefined
}

const arrows: Record<string, readonly [age: number, worth: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
}

const named = ({ age, worth }: DecayPoint) => `${formatPlain(worth)} at age ${formatPlain(age, 1)}`

/** Points on the plane of ages and worth, and a cross that picks them by pointer or by keys. */
export function DecayPicker({ plot, x, y, value, end, picked, onPick }: Props) {
  const [cross, setCross] = useState<DecayPoint | null>(null)

  const under = (event: MouseEvent<SVGRectElement>): DecayPoint => {
    const box = event.currentTarget.getBoundingClientRect()
    const across = (event.clientX - box.left) / Math.max(1, box.width)
    const down = (event.clientY - box.top) / Math.max(1, box.height)
    return pickedPoint({ age: 1 + across * (end - 1), worth: (1 - down) * value }, value, end)
  }
  const stepOrPick = (event: KeyboardEvent) => {
    const from = cross ?? { age: Math.max(2, Math.round(end / 3)), worth: value / 2 }
    const arrow = arrows[event.key]
    if (arrow) {
      event.preventDefault()
      const times = event.shiftKey ? 10 : 1
      const ageStep = end > 40 ? 1 : 0.5
      setCross(
        pickedPoint(
          {
            age: from.age + arrow[0] * ageStep * times,
            worth: from.worth + (arrow[1] * times * value) / 100,
          },
          value,
          end,
        ),
      )
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      setCross(from)
      onPick?.(from)
    }
  }

  return (
    <g>
      {cross && (
        <g pointerEvents="none">
          <line
            x1={plot.left}
            x2={plot.right}
            y1={y(cross.worth)}
            y2={y(cross.worth)}
            className="stroke-line-strong"
            strokeDasharray="2 3"
          />
          <line
            x1={x(cross.age)}
            x2={x(cross.age)}
            y1={plot.top}
            y2={plot.bottom}
            className="stroke-line-strong"
            strokeDasharray="2 3"
          />
          <text
            x={x(cross.age) + (x(cross.age) > plot.right - 96 ? -8 : 8)}
            y={Math.max(plot.top + 10, y(cross.worth) - 8)}
            textAnchor={x(cross.age) > plot.right - 96 ? 'end' : 'start'}
            className="halo fill-ink font-semibold"
          >
            {named(cross)}
          </text>
        </g>
      )}
      {picked.map((point, index) => (
        <g key={index} pointerEvents="none">
          <circle
            cx={x(point.age)}
            cy={y(point.worth)}
            r={5}
            strokeWidth={2}
            className="fill-surface stroke-ink"
          />
          <text
            x={x(point.age) + (x(point.age) > plot.right - 96 ? -9 : 9)}
            y={Math.max(plot.top + 10, y(point.worth) - 7)}
            textAnchor={x(point.age) > plot.right - 96 ? 'end' : 'start'}
            className="halo fill-ink-2"
          >
            {named(point)}
          </text>
        </g>
      ))}
      {onPick && (
        <rect
          x={plot.left}
          y={plot.top}
          width={Math.max(0, plot.right - plot.left)}
          height={Math.max(0, plot.bottom - plot.top)}
          fill="transparent"
          role="button"
          tabIndex={0}
          aria-label={`Pick a point${cross ? `, now ${named(cross)}` : ''}: arrow keys move, Enter picks; two of them give a gravity`}
          className="cursor-crosshair outline-none focus-visible:stroke-accent focus-visible:[stroke-width:2]"
          onPointerMove={(event) => setCross(under(event))}
          onPointerLeave={() => setCross(null)}
          onBlur={() => setCross(null)}
          onClick={(event) => onPick(under(event))}
          onKeyDown={stepOrPick}
        />
      )}
    </g>
  )
}
