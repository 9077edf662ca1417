import { useId, type ReactNode } from 'react'
import { formatDuration } from '@/lib/format/duration'
import { formatNumber } from '@/lib/format/number'
import { cn } from './cn'

export type ProgressProps = {
  /** What is being done: "Importing events.csv". */
  label: ReactNode
  /** Units done so far. */
  done: number
  /** Units in all; left out while it is not known. */
  total?: number | null
  /** "rows", "people". */
  unit?: string
  /** Estimated milliseconds to go. */
  remainingMs?: number | null
  /** A cancel button. */
  action?: ReactNode
  className?: string
}

/** Long work: a bar, the count, and an estimate. It does not move by itself: give it new numbers. */
export function Progress({ label, done, total, unit, remainingMs, action, className }: ProgressProps) {
  const id = useId()
  const known = total !== null && total !== undefined && total > 0
  const share = known ? Math.min(1, done / total) : 0
  const count = [formatNumber(done), known ? `of ${formatNumber(total)}` : '', unit ?? '']
    .filter(Boolean)
    .join(' ')
  const left =
    remainingMs === null || remainingMs === undefined ? '' : ` · about ${formatDuration(remainingMs)} left`
  return (
    <div className={cn('flex items-center gap-3', className)}>
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap items-baseline justify-between gap-x-3 text-xs">
          <span id={id} className="min-w-0 truncate text-ink-2">
            {label}
          </span>
          <span className="text-ink-3">
            {count}
            {left}
          </span>
        </div>
        <div
          role="progressbar"
          aria-labelledby={id}
          aria-valuemin={0}
          aria-valuemax={known ? total : undefined}
          aria-valuenow={known ? Math.min(done, total) : undefined}
          aria-valuetext={`${count}${left}`}
          className="mt-1.5 h-1 overflow-hidden rounded-[2px] bg-line"
        >
          <div
            className={cn(
              'h-full rounded-[2px] bg-accent transition-[width] duration-300',
              !known && 'w-1/3 animate-pulse',
            )}
            style={known ? { width: `${share * 100}%` } : undefined}
          />
        </div>
      </div>
      {action}
    </div>
  )
}
