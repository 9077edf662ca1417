'use client'
import { useRef } from 'react'
import { useWidth } from '@/components/charts/use-width'
import { formatPlain } from '@/lib/format/number'
import { type Point, pathOf } from './kernel-points'

export type AxisPictureProps = {
  /** What it shows, in a sentence. */
  label: string
  points: readonly Point[]
  /** End of the axis to the right; it begins at 0. */
  end: number
  /** Top of the axis upwards; it begins at 0. */
  top: number
  /** Places named under the axis. */
  ticks: readonly number[]
  /** What runs to the right, with its unit. */
  unit: string
}

const height = 132
const margin = { left: 36, right: 12, top: 10, bottom: 36 }

/** A line over labelled axes, as wide as there is room: the pictures of a cell, large enough to read off. */
export function AxisPicture({ label, points, end, top, ticks, unit }: AxisPictureProps) {
  const box = useRef<HTMLDivElement>(null)
  const width = useWidth(box)
  const [left, right] = [margin.left, (width ?? 0) - margin.right]
  const ground = height - margin.bottom
  const x = (value: number) => left + (value / end) * (right - left)
  const y = (value: number) => ground - (value / top) * (ground - margin.top)
  return (
    <div ref={box} style={{ height }} className="min-w-0">
      {width !== null && width > 0 && (
        <svg role="img" aria-label={label} width={width} height={height} className="block text-xs">
          {[top / 2, top].map((value) => (
            <line
              key={value}
              x1={left}
              x2={right}
              y1={y(value)}
              y2={y(value)}
              shapeRendering="crispEdges"
              className="stroke-line"
            />
          ))}
          {[0, top / 2, top].map((value) => (
            <text key={value} x={left - 6} y={y(value) + 4} textAnchor="end" className="fill-ink-3">
              {formatPlain(value, top < 1 ? 2 : 1)}
            </text>
          ))}
          <line
            x1={left}
            x2={right}
            y1={ground}
            y2={ground}
            shapeRendering="crispEdges"
            className="stroke-line-strong"
          />
          {ticks.map((value) => (
            <text key={value} x={x(value)} y={ground + 15} textAnchor="middle" className="fill-ink-3">
              {formatPlain(value)}
            </text>
          ))}
          <text x={(left + right) / 2} y={height - 5} textAnchor="middle" className="fill-ink-3">
            {unit}
          </text>
          <path
            d={pathOf(points, x, y)}
            fill="none"
            strokeWidth={1.5}
            strokeLinejoin="round"
            strokeLinecap="round"
            className="stroke-ink"
          />
        </svg>
      )}
    </div>
  )
}
