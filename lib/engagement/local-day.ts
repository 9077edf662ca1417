import { DateTime } from 'luxon'

/**
 * The first instant of the local day of `at`: its midnight; the earlier one where a clock that is set back makes two;
 * where a clock set forward skips it, the instant it jumps to.
 */
export function firstInstantOfDay(at: DateTime): DateTime {
  const start = at.startOf('day')
  const earliest = start
    .getPossibleOffsets()
    .reduce((one, other) => (other.toMillis() < one.toMillis() ? other : one), start)
  return earliest.hasSame(at, 'day') ? earliest : start
}

/** The newest first instant of a local day that is not later than `instant`. */
export function newestLocalMidnight(instant: Date, timeZone: string): Date {
  return firstInstantOfDay(DateTime.fromJSDate(instant, { zone: timeZone })).toJSDate()
}

export function isLocalMidnight(instant: Date, timeZone: string): boolean {
  return newestLocalMidnight(instant, timeZone).getTime() === instant.getTime()
}

/**
 * The same time of day some calendar days away (negative: earlier). From the first instant of a day to the first
 * instant of a day, also where one of the two midnights does not exist.
 */
export function daysAway(instant: Date, days: number, timeZone: string): Date {
  const moved = DateTime.fromJSDate(instant, { zone: timeZone }).plus({ days })
  return (isLocalMidnight(instant, timeZone) ? firstInstantOfDay(moved) : moved).toJSDate()
}
