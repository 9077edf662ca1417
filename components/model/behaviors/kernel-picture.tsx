import type { Behavior } from '@/lib/scoring/engagement/document'
import { kernelPoints, pathOf } from './kernel-points'
import { kernelShort } from './short-words'

export type KernelPictureProps = {
  kernel: Behavior['kernel']
  windowDays: number
  width?: number
  height?: number
  className?: string
}

const pad = 1

/** What an occurrence still counts as it ages over the window: new at the left, its worth upwards from 0 to 1. */
export function KernelPicture({
  kernel,
  windowDays,
  width = 56,
  height = 20,
  className,
}: KernelPictureProps) {
  const ground = height - 2.5
  const x = (age: number) => pad + (age / windowDays) * (width - 2 * pad)
  const y = (worth: number) => ground - worth * (ground - 3)
  return (
    <svg
      role="img"
      aria-label={`kernel ${kernelShort(kernel)}`}
      width={width}
      height={height}
      className={className}
    >
      <line
        x1={pad}
        x2={width - pad}
        y1={ground}
        y2={ground}
        shapeRendering="crispEdges"
        className="stroke-line-strong"
      />
      <path
        d={pathOf(kernelPoints(kernel, windowDays), x, y)}
        fill="none"
        strokeWidth={1.25}
        strokeLinejoin="round"
        strokeLinecap="round"
        className="stroke-ink"
      />
    </svg>
  )
}
