import type { Behavior } from '@/lib/scoring/engagement/document'
import { pathOf } from './kernel-points'
import { curveShort } from './short-words'
import { largestCount, worthPoints } from './worth-points'

export type WorthPictureProps = {
  behavior: Pick<Behavior, 'measure' | 'cap' | 'curve'>
  windowDays: number
  width?: number
  height?: number
  className?: string
}

const pad = 1

/** What more of a behavior is worth: the count to the right, its worth after cap and curve upwards. */
export function WorthPicture({
  behavior,
  windowDays,
  width = 40,
  height = 20,
  className,
}: WorthPictureProps) {
  const ground = height - 2.5
  const points = worthPoints(behavior, windowDays)
  const most = largestCount(behavior, windowDays)
  const top = points.at(-1)?.[1] || 1
  const x = (count: number) => pad + (count / most) * (width - 2 * pad)
  const y = (worth: number) => ground - (worth / top) * (ground - 3)
  return (
    <svg
      role="img"
      aria-label={`curve ${curveShort(behavior.curve)}`}
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
        d={pathOf(points, x, y)}
        fill="none"
        strokeWidth={1.25}
        strokeLinejoin="round"
        strokeLinecap="round"
        className="stroke-ink"
      />
    </svg>
  )
}
