const iso =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*(?:(Z)|([+-])(\d{2}):?(\d{2})?)?)?$/i
const epoch = /^-?\d{9,13}(?:\.\d+)?$/

/** An epoch number from here on is in milliseconds, below in seconds (10^11 s is the year 5138). */
const millisecondsFrom = 1e11

/**
 * An instant as client libraries send it: ISO 8601 (without a zone it is UTC), or an epoch in seconds or
 * milliseconds. In ms since epoch; null when it is none, a 30 February included.
 */
export function parseInstant(value: unknown): number | null {
  if (typeof value === 'number') return fromEpoch(value)
  if (typeof value !== 'string') return null
  const text = value.trim()
  if (epoch.test(text)) return fromEpoch(Number(text))
  const parts = iso.exec(text)
  if (!parts) return null
  const [, year, month, day, hour, minute, second, fraction = '', , sign, zoneHours, zoneMinutes] = parts
  const [y, mo, d] = [Number(year), Number(month), Number(day)]
  const [h, mi, s] = [Number(hour ?? 0), Number(minute ?? 0), Number(second ?? 0)]
  if (mo < 1 || mo > 12 || d < 1 || d > daysInMonth(y, mo) || h > 23 || mi > 59 || s > 60) return null
  const ms = Number(fraction.slice(0, 3).padEnd(3, '0'))
  const offset = (Number(zoneHours ?? 0) * 60 + Number(zoneMinutes ?? 0)) * (sign === '-' ? -60_000 : 60_000)
  const local = new Date(0).setUTCFullYear(y, mo - 1, d)
  return local + ((h * 60 + mi) * 60 + s) * 1000 + ms - offset
}

function fromEpoch(value: number): number | null {
  if (!Number.isFinite(value)) return null
  return Math.round(Math.abs(value) < millisecondsFrom ? value * 1000 : value)
}

const daysInMonth = (year: number, month: number): number =>
  new Date(new Date(0).setUTCFullYear(year, month, 0)).getUTCDate()
