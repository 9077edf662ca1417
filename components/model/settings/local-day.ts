import { DateTime } from 'luxon'

/** The day of an instant in a zone, as date boxes write it; a text that is a day already stays. */
export function localDay(at: string, zone: string): string {
  if (!at.includes('T')) return at
  return DateTime.fromISO(at, { zone }).toISODate() ?? ''
}

/** Does a day of the zone begin after an instant (milliseconds)? Days are texts such as `2026-01-12`. */
export function beginsAfter(day: string, instant: number, zone: string): boolean {
  if (day.includes('T')) return Date.parse(day) > instant
  const today = DateTime.fromMillis(instant, { zone }).toISODate()
  return today !== null && day > today
}
