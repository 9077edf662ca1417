export const dateOrders = ['day-first', 'month-first'] as const
export type DateOrder = (typeof dateOrders)[number]

/** A time as it is written: what the text leaves out is null. Months from 1, `clock` in ms since midnight. */
export type WrittenTime = {
  year: number | null
  month: number
  day: number
  clock: number
  /** Minutes east of UTC. */
  offset: number | null
}

const clock = '(\\d{1,2}):(\\d\\d)(?::(\\d\\d)(?:[.,](\\d{1,9}))?)?(?:\\s*([ap])\\.?m\\.?)?'
const zone = '(?:\\s*(z|utc|gmt|(?:utc|gmt)?[+-]\\d\\d(?::?\\d\\d)?))?(?:\\s*\\([^)]*\\))?'
const form = (date: string) =>
  new RegExp(`^(?:[a-z]{3,9}\\.?,?\\s+)?${date}(?:(?:,|t)?\\s*(?:at\\s+)?${clock}${zone})?$`, 'i')

const iso = new RegExp(`^(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})(?:(?:t|,?\\s+)${clock}${zone})?$`, 'i')
const compact = /^(\d{4})(\d\d)(\d\d)$/
const numeric = form('(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4}|\\d\\d)')
const dayMonth = form('(\\d{1,2})(?:st|nd|rd|th)?[\\s-]+([a-z]{3,9})\\.?(?:,?[\\s-]+(\\d{4}))?')
const monthDay = form('([a-z]{3,9})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?(?:,?\\s+(\\d{4}))?')
const names = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/**
 * Reads the form of a time: ISO 8601 and near it (`2014-05-01 10:00:00`), `01-05-2014 10:00`, `5/1/2014 10:00 AM`,
 * `11 May, 09:44`, `May 11, 2014`, RFC 2822. A date that can be read both day first and month first needs `order`,
 * else it is `ambiguous`; with dots the day comes first. Years of two digits are 2000 to 2099. Null: no such form.
 */
export function readWrittenTime(text: string, order?: DateOrder): WrittenTime | 'ambiguous' | null {
  const found = iso.exec(text)
  if (found) return written(found[1], found[3], found[4], found, 5)
  const short = compact.exec(text)
  if (short) return written(short[1], short[2], short[3], [], 0)
  return readNumeric(text, order) ?? readNamedMonth(text)
}

/** Which order a text proves by a number above 12; null where it proves none. */
export function provenOrder(text: string): DateOrder | null {
  const found = numeric.exec(text)
  if (!found || found[2] === '.') return null
  if (Number(found[1]) > 12) return 'day-first'
  return Number(found[3]) > 12 ? 'month-first' : null
}

function readNumeric(text: string, order: DateOrder | undefined): WrittenTime | 'ambiguous' | null {
  const found = numeric.exec(text)
  if (!found) return null
  const [, first, mark, second, year] = found
  const known =
    mark === '.' ? 'day-first' : (order ?? provenOrder(text) ?? (first === second ? 'day-first' : null))
  if (!known) return 'ambiguous'
  const [day, month] = known === 'day-first' ? [first, second] : [second, first]
  return written(year?.length === 2 ? `20${year}` : year, month, day, found, 5)
}

function readNamedMonth(text: string): WrittenTime | null {
  const dayFirst = dayMonth.exec(text)
  if (dayFirst) return written(dayFirst[3], monthNumber(dayFirst[2]), dayFirst[1], dayFirst, 4)
  const monthFirst = monthDay.exec(text)
  return monthFirst && written(monthFirst[3], monthNumber(monthFirst[1]), monthFirst[2], monthFirst, 4)
}

const monthNumber = (name = '') => String(names.indexOf(name.slice(0, 3).toLowerCase()) + 1)

/** `parts` holds hour, minute, second, fraction, am/pm and zone from index `at`. Null for an impossible time. */
function written(
  year: string | undefined,
  month = '',
  day = '',
  parts: readonly (string | undefined)[],
  at: number,
) {
  const [hour, minute, second, fraction, half, zoneText] = parts.slice(at, at + 6)
  const hours = half ? (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : Number(hour ?? 0)
  const ms = fraction ? Math.floor(Number(`0.${fraction}`) * 1000 + 1e-6) : 0
  const time = { year: year ? Number(year) : null, month: Number(month), day: Number(day) }
  const inDay = hours < 24 && Number(minute ?? 0) < 60 && Number(second ?? 0) < 60
  if (!inDay || time.month < 1 || time.month > 12 || time.day < 1 || time.day > daysOf(time)) return null
  const clock = ((hours * 60 + Number(minute ?? 0)) * 60 + Number(second ?? 0)) * 1000 + ms
  return { ...time, clock, offset: offsetOf(zoneText) }
}

/** Days of the month; February of an unknown year has 29. */
const daysOf = ({ year, month }: { year: number | null; month: number }) =>
  new Date(Date.UTC(year ?? 2000, month, 0)).getUTCDate()

function offsetOf(zoneText: string | undefined): number | null {
  if (!zoneText) return null
  const found = /([+-])(\d\d):?(\d\d)?$/.exec(zoneText)
  return found ? (found[1] === '-' ? -1 : 1) * (Number(found[2]) * 60 + Number(found[3] ?? 0)) : 0
}
