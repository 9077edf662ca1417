import { localClock } from './local-clock'
import { type DateOrder, readWrittenTime, type WrittenTime } from './read-written-time'

export type Refusal = { code: string; message: string }

export type TimeAssumptions = {
  /** Zone of times that name none. */
  timeZone?: string
  /** Year of times that name none. */
  assumeYear?: number
  /** How dates such as 05/01/2014 are meant. */
  dateOrder?: DateOrder
  now: Date
}

/** Prepares `parseTimestamp` for one file. Throws RangeError for an unknown time zone. */
export function timeRules(assumptions: TimeAssumptions) {
  const { timeZone, now } = assumptions
  return {
    ...assumptions,
    toInstant: timeZone === undefined ? null : localClock(timeZone),
    latest: now.getTime() + 86_400_000,
  }
}
export type TimeRules = ReturnType<typeof timeRules>

/** The store's times begin here. */
const earliest = Date.UTC(1900, 0, 1)

/**
 * The instant that a cell names: epoch seconds, milliseconds, microseconds or nanoseconds (told apart by magnitude;
 * numbers and their texts, from 1973 on), ISO 8601 or one of the forms of `readWrittenTime`. Refuses, with what to do
 * about it: `bad_timestamp`, `no_year`, `no_time_zone`, `ambiguous_date`, `in_future` (more than 24 h after now).
 */
export function parseTimestamp(value: unknown, rules: TimeRules): Date | Refusal {
  const at =
    typeof value === 'number' ? fromEpoch(value) : typeof value === 'string' ? fromText(value, rules) : null
  if (at === null) return notATime(value)
  if (typeof at !== 'number') return at
  if (at < earliest) return { code: 'bad_timestamp', message: `"${short(value)}" is before the year 1900.` }
  if (at > rules.latest)
    return { code: 'in_future', message: `"${short(value)}" is more than 24 hours in the future.` }
  return new Date(at)
}

const short = (value: unknown) => String(value).slice(0, 60)

function notATime(value: unknown): Refusal {
  if (value === null || value === undefined || (typeof value === 'string' && value.trim() === ''))
    return { code: 'bad_timestamp', message: 'The time is empty.' }
  return {
    code: 'bad_timestamp',
    message: `"${short(value)}" is no time that can be read. ISO 8601 always works.`,
  }
}

const digits = /^-?\d{9,20}(?:\.\d+)?$/
const plainIso = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{3})?Z$/

function fromText(text: string, rules: TimeRules): number | Refusal | null {
  const trimmed = text.trim()
  // The engine's own parser would move 30 February to March.
  if (plainIso.test(trimmed) && !/-(?:29|3\d)T/.test(trimmed)) return numberOrNull(Date.parse(trimmed))
  if (digits.test(trimmed)) return fromEpoch(Number(trimmed))
  const time = readWrittenTime(trimmed, rules.dateOrder)
  if (time === 'ambiguous')
    return {
      code: 'ambiguous_date',
      message: `"${short(trimmed)}" can be read day first or month first: say which (dateOrder in the mapping: "day-first" or "month-first").`,
    }
  return time && resolve(time, trimmed, rules)
}

function resolve(
  time: WrittenTime,
  text: string,
  { assumeYear, toInstant }: TimeRules,
): number | Refusal | null {
  const year = time.year ?? assumeYear
  const zoneless = time.offset === null && toInstant === null
  if (year === undefined) {
    const both = zoneless
      ? ', and no time zone: choose both (assumeYear, timeZone).'
      : ': choose one (assumeYear).'
    return { code: 'no_year', message: `"${short(text)}" has no year${both}` }
  }
  if (zoneless)
    return { code: 'no_time_zone', message: `"${short(text)}" has no time zone: choose one (timeZone).` }
  const date = new Date(Date.UTC(2000, time.month - 1, time.day))
  date.setUTCFullYear(year, time.month - 1, time.day)
  if (date.getUTCMonth() !== time.month - 1) return null
  const wall = date.getTime() + time.clock
  return time.offset === null && toInstant ? toInstant(wall) : wall - (time.offset ?? 0) * 60_000
}

function fromEpoch(value: number): number | null {
  const size = Math.abs(value)
  if (!(size >= 1e8)) return null
  if (size < 1e11) return Math.round(value * 1000)
  if (size < 1e14) return Math.round(value)
  if (size < 1e17) return Math.round(value / 1e3)
  return size < 1e20 ? Math.round(value / 1e6) : null
}

const numberOrNull = (value: number) => (Number.isNaN(value) ? null : value)
