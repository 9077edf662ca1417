export type WaterfallBarProps = {
  /** Where it begins and ends; an end before its start is a fall. */
  from: number
  to: number
  /** The whole range of the column, the same for every row. */
  domain: readonly [number, number]
  /** `total`: the sum, in ink. */
  kind?: 'part' | 'total'
}

/** One step of a waterfall in the cell of a table: up is filled, down is open, so colour is not needed to tell. */
export function WaterfallBar({ from, to, domain, kind = 'part' }: WaterfallBarProps) {
  const span = domain[1] - domain[0] || 1
  const percent = (value: number) => ((value - domain[0]) / span) * 100
  const left = percent(Math.min(from, to))
  const width = Math.abs(percent(to) - percent(from))
  if (width === 0 && kind === 'part') return null
  const fill = kind === 'total' ? 'bg-ink-2' : to >= from ? 'bg-accent' : 'border border-accent bg-surface'
  return (
    <span aria-hidden className="relative block h-2.5 w-full min-w-24">
      <i
        className={`absolute inset-y-0 min-w-0.5 ${fill}`}
        style={{ left: `${left}%`, width: `${Math.max(width, 0.5)}%` }}
      />
    </span>
  )
}

/** A mark where a level stands: the score before and after. */
export function WaterfallLevel({ at, domain }: { at: number; domain: readonly [number, number] }) {
  const left = ((at - domain[0]) / (domain[1] - domain[0] || 1)) * 100
  return (
    <span aria-hidden className="relative block h-3.5 w-full min-w-24">
      <i
        className="absolute inset-y-0 w-0.5 bg-ink"
        style={{ left: `${Math.min(99, Math.max(0, left))}%` }}
      />
    </span>
  )
}
