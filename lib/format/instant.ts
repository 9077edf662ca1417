import { DateTime } from 'luxon'
import { MINUS } from './number'

export type Instant = Date | number | string

/** Milliseconds since the epoch of a Date, of milliseconds, or of an ISO text (UTC unless it says otherwise). */
export function toMillis(instant: Instant): number {
  if (typeof instant === 'number') return instant
  if (instant instanceof Date) return instant.getTime()
  return DateTime.fromISO(instant, { zone: 'utc' }).toMillis()
}

function local(instant: Instant, zone: string): DateTime {
  return DateTime.fromMillis(toMillis(instant), { zone, locale: 'en-US' })
}

/** "UTC", "UTC+1", "UTC−3:30": names such as CET differ between a server's and a browser's data. */
function zoneName(at: DateTime): string {
  if (at.offset === 0) return 'UTC'
  const minutes = Math.abs(at.offset)
  const rest = minutes % 60 ? `:${String(minutes % 60).padStart(2, '0')}` : ''
  return `UTC${at.offset < 0 ? MINUS : '+'}${Math.floor(minutes / 60)}${rest}`
}

/** "2 Mar 2026, 00:00 UTC", in the given IANA zone. */
export function formatInstant(instant: Instant, zone = 'UTC'): string {
  const at = local(instant, zone)
  return at.isValid ? `${at.toFormat('d LLL yyyy, HH:mm')} ${zoneName(at)}` : '–'
}

/** "2 Mar 2026, 00:00:05.120 UTC": for the title of a <time> and for logs. */
export function formatExactInstant(instant: Instant, zone = 'UTC'): string {
  const at = local(instant, zone)
  return at.isValid ? `${at.toFormat('d LLL yyyy, HH:mm:ss.SSS')} ${zoneName(at)}` : '–'
}

/** "2 Mar 2026", the local day of that instant. */
export function formatDay(instant: Instant, zone = 'UTC'): string {
  const at = local(instant, zone)
  return at.isValid ? at.toFormat('d LLL yyyy') : '–'
}

/** "2 Mar", where the year is plain from what stands around it. */
export function formatShortDay(instant: Instant, zone = 'UTC'): string {
  const at = local(instant, zone)
  return at.isValid ? at.toFormat('d LLL') : '–'
}

/** "16:03", the time of day. */
export function formatClock(instant: Instant, zone = 'UTC'): string {
  const at = local(instant, zone)
  return at.isValid ? at.toFormat('HH:mm') : '–'
}
