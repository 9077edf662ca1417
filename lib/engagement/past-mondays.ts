import { DateTime } from 'luxon'
import { firstInstantOfDay } from './local-day'

/** The first instants of the newest local Mondays that are not later than `until`, newest first. */
export function pastMondays(until: Date, weeks: number, timeZone: string): readonly Date[] {
  // Noon is on its day in every zone, so going back from it never slips into a neighbour.
  const noon = DateTime.fromJSDate(until, { zone: timeZone }).set({ hour: 12, minute: 0 }).startOf('hour')
  const monday = noon.minus({ days: noon.weekday - 1 })
  return Array.from({ length: weeks }, (_, week) =>
    firstInstantOfDay(monday.minus({ days: 7 * week })).toJSDate(),
  )
}
