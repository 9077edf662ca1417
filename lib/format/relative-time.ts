import { toMillis, type Instant } from './instant'
import { plural } from './plural'

const UNITS: readonly [name: string, ms: number][] = [
  ['year', 365 * 86_400_000],
  ['month', 30 * 86_400_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
]

/** "3 minutes ago", "in 2 days", "just now" (under a minute either side), seen from `now`. */
export function formatRelative(instant: Instant, now: Instant): string {
  const difference = toMillis(now) - toMillis(instant)
  if (Number.isNaN(difference)) return '–'
  const distance = Math.abs(difference)
  for (const [name, ms] of UNITS) {
    if (distance < ms) continue
    const text = plural(Math.floor(distance / ms), name)
    return difference > 0 ? `${text} ago` : `in ${text}`
  }
  return 'just now'
}
