import {
  formatDay,
  formatExactInstant,
  formatInstant,
  formatShortDay,
  toMillis,
  type Instant,
} from '@/lib/format/instant'
import { formatRelative } from '@/lib/format/relative-time'

export type TimeProps = {
  at: Instant
  /** IANA zone of the workspace. */
  zone?: string
  /** How to write it; `relative` needs `now`, and then reads "3 minutes ago". */
  as?: 'instant' | 'day' | 'short-day' | 'relative'
  /** The instant it is seen from; pass the server's, so that server and browser write the same. */
  now?: Instant
  className?: string
}

/** An instant in words, with the exact one on hover and for machines. */
export function Time({ at, zone = 'UTC', as = 'instant', now, className }: TimeProps) {
  const millis = toMillis(at)
  if (Number.isNaN(millis)) return <span className={className}>–</span>
  const text =
    as === 'relative' && now !== undefined
      ? formatRelative(at, now)
      : as === 'day'
        ? formatDay(at, zone)
        : as === 'short-day'
          ? formatShortDay(at, zone)
          : formatInstant(at, zone)
  return (
    <time
      dateTime={new Date(millis).toISOString()}
      title={formatExactInstant(at, zone)}
      className={className}
    >
      {text}
    </time>
  )
}
