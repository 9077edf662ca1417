import { cn } from '@/components/ui/cn'
import type { DecayShape } from './decay-data'

type Props = {
  x: number
  y: number
  shape: DecayShape
  /** Not stored: what somebody tries out. */
  open?: boolean
  /** On hover. */
  title?: string
}

/** An action in a chart: a dot adds, a triangle divides, a square is the subscription; so no colour is needed. */
export function ActionMark({ x, y, shape, open, title }: Props) {
  const ink = shape === 'triangle' ? 'ink' : 'accent'
  const style = cn(
    ink === 'ink' ? 'stroke-ink' : 'stroke-accent',
    open ? 'fill-surface' : ink === 'ink' ? 'fill-ink' : 'fill-accent',
  )
  const said = title && <title>{title}</title>
  if (shape === 'triangle')
    return (
      <path d={`M${x - 5.5} ${y - 4.5}h11l-5.5 9z`} strokeWidth={1.25} className={style}>
        {said}
      </path>
    )
  if (shape === 'square')
    return (
      <rect x={x - 3.5} y={y - 3.5} width={7} height={7} strokeWidth={1.25} className={style}>
        {said}
      </rect>
    )
  return (
    <circle cx={x} cy={y} r={3.5} strokeWidth={1.25} className={style}>
      {said}
    </circle>
  )
}
