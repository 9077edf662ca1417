'use client'
import { useRef, type KeyboardEvent, type PointerEvent } from 'react'
import type { HistogramScale } from './histogram-scale'

export type TierCutProps = {
  scale: HistogramScale
  value: number
  min: number
  max: number
  /** "Cut between At-risk and Regular". */
  label: string
  /** What the value means: "20; At-risk 629, Regular 1,820". */
  valueText: string
  /** Where the line starts, above the plot. */
  top: number
  onMove: (value: number) => void
}

/** A tier's lower edge as a line that can be dragged, or stepped with the arrow keys (Shift for ten steps). */
export function TierCut({ scale, value, min, max, label, valueText, top, onMove }: TierCutProps) {
  const dragging = useRef(false)
  const x = Math.round(scale.x(value)) + 0.5
  const middle = scale.bottom - 18

  const follow = (event: PointerEvent<SVGGElement>) => {
    const box = event.currentTarget.ownerSVGElement?.getBoundingClientRect()
    if (box) onMove(scale.valueAt(event.clientX - box.left))
  }
  const onKeyDown = (event: KeyboardEvent<SVGGElement>) => {
    const step = event.shiftKey ? 5 : 0.5
    const targets: Record<string, number> = {
      ArrowRight: value + step,
      ArrowUp: value + step,
      ArrowLeft: value - step,
      ArrowDown: value - step,
      PageUp: value + 5,
      PageDown: value - 5,
      Home: min,
      End: max,
    }
    const to = targets[event.key]
    if (to === undefined) return
    event.preventDefault()
    onMove(to)
  }

  return (
    <g
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-orientation="horizontal"
      aria-valuemin={min}
      aria-valuemax={max}
      aria-valuenow={value}
      aria-valuetext={valueText}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        if (event.button !== 0) return
        dragging.current = true
        event.currentTarget.setPointerCapture(event.pointerId)
        event.currentTarget.focus({ preventScroll: true })
      }}
      onPointerMove={(event) => {
        if (dragging.current) follow(event)
      }}
      onPointerUp={() => {
        dragging.current = false
      }}
      onPointerCancel={() => {
        dragging.current = false
      }}
      className="group cursor-ew-resize touch-none outline-none"
    >
      <rect x={x - 12} y={top} width={24} height={scale.bottom - top} fill="transparent" />
      <line
        x1={x}
        x2={x}
        y1={top}
        y2={scale.bottom}
        className="stroke-line-strong group-hover:stroke-ink"
        shapeRendering="crispEdges"
      />
      <rect
        x={x - 6.5}
        y={middle - 9}
        width={13}
        height={18}
        rx={5}
        fill="none"
        strokeWidth={2}
        className="stroke-transparent group-focus-visible:stroke-accent"
      />
      <rect
        x={x - 3.5}
        y={middle - 6}
        width={7}
        height={12}
        rx={2.5}
        className="fill-surface stroke-line-strong group-hover:stroke-ink"
      />
      <path d={`M${x - 1} ${middle - 2.5}v5M${x + 1} ${middle - 2.5}v5`} className="stroke-line-strong" />
    </g>
  )
}
