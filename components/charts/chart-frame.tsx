'use client'
import { useRef, type ReactNode } from 'react'
import { Skeleton } from '@/components/ui/skeleton'
import { useWidth } from './use-width'

export type ChartFrameProps = {
  /** In pixels; the place keeps it while nothing is drawn yet, so the page does not jump. */
  height: number
  /** Draws at the real width: text stays 12 px, and under 480 px it makes a drawing of its own. */
  children: (width: number) => ReactNode
}

/** Measures the room for a chart. */
export function ChartFrame({ height, children }: ChartFrameProps) {
  const frame = useRef<HTMLDivElement>(null)
  const width = useWidth(frame)
  return (
    <div ref={frame} className="relative min-w-0" style={{ height }}>
      {width === null ? <Skeleton className="h-full" /> : width > 0 && children(width)}
    </div>
  )
}
