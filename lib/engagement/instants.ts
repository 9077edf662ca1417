import { DateTime } from 'luxon'
import { firstInstantOfDay, newestLocalMidnight } from './local-day'

/** An instant, or a day of the zone, which means its first instant: see `instantSchema`. */
export function instantOf(text: string, timeZone: string): Date {
  if (text.includes('T')) return new Date(text)
  return firstInstantOfDay(DateTime.fromISO(text, { zone: timeZone })).toJSDate()
}

/** The first instants of the local days, or Mondays, in `[from, to]`, oldest first; at most `most` of them. */
export function pointsBetween(
  from: Date,
  to: Date,
  every: 'day' | 'week',
  timeZone: string,
  most: number,
): readonly Date[] {
  const points: Date[] = []
  // Noon is on its day in every zone, so adding days to it never slips into a neighbour.
  let noon = DateTime.fromJSDate(newestLocalMidnight(from, timeZone), { zone: timeZone }).set({ hour: 12 })
  while (points.length < most) {
    const point = firstInstantOfDay(noon).toJSDate()
    if (point > to) break
    if (point >= from && (every === 'day' || noon.weekday === 1)) points.push(point)
    noon = noon.plus({ days: 1 })
  }
  return points
}
