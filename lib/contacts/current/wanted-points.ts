import { pointsBetween } from '@/lib/engagement/instants'
import { daysAway, newestLocalMidnight } from '@/lib/engagement/local-day'

/** How far back the weekly points go. */
const YEAR_DAYS = 365

/** The days whose points tell what changed lately, beside the newest. */
const LATELY_DAYS = [7, 30]

/** How long a point says who had how many stars; an older one only how many had. */
export const PEOPLE_DAYS = 45

/** How long the point of a day stays that is no local Monday. */
export const DAILY_DAYS = 35

/** Mondays of a year, both ends included. */
const MOST_WEEKS = 60

/**
 * The past instants at which contacts are rated: the newest first instant of a local day that is observed, those 7 and
 * 30 days before it, and the local Mondays of the past year. The most useful first.
 */
export function wantedPoints(observed: Date, timeZone: string): Date[] {
  const newest = newestLocalMidnight(observed, timeZone)
  const yearAgo = daysAway(newest, -YEAR_DAYS, timeZone)
  const weekly = pointsBetween(yearAgo, newest, 'week', timeZone, MOST_WEEKS).toReversed()
  const lately = LATELY_DAYS.map((days) => daysAway(newest, -days, timeZone))
  const all = [newest, ...lately, ...weekly].map((at) => at.getTime())
  return [...new Set(all)].map((at) => new Date(at))
}

/** Those of them that are stored with their people. */
export const isWithPeople = (point: Date, newest: Date, timeZone: string): boolean =>
  point >= daysAway(newest, -PEOPLE_DAYS, timeZone)
