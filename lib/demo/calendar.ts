import { DateTime } from 'luxon'
import { daysAway, newestLocalMidnight } from '@/lib/engagement/local-day'
import { launch, months, priceChange, reference } from './truth'

/** The days of a demo. A day is a number from 0; its midnights are instants of the workspace's zone. */
export type DemoCalendar = {
  timeZone: string
  /** First instants of the days, and the end as one more. */
  midnights: readonly number[]
  days: number
  end: Date
  /** 0 is a Monday. */
  weekday: (day: number) => number
  launchDay: number
  priceDay: number
  /** First instant of the day whose people are the model's reference. */
  referenceAsOf: Date
}

/** The calendar of a demo that is loaded at an instant: it ends where that instant's local day begins. */
export function demoCalendar(loadedAt: Date, timeZone: string): DemoCalendar {
  const end = newestLocalMidnight(loadedAt, timeZone)
  const zoned = DateTime.fromJSDate(end, { zone: timeZone })
  const days = Math.round(zoned.diff(zoned.minus({ months }), 'days').days)
  const midnights = Array.from({ length: days + 1 }, (_, day) =>
    daysAway(end, day - days, timeZone).getTime(),
  )
  // Of the day, not of its first instant: where a midnight is skipped that may lie on either side.
  const first = zoned.plus({ days: -days }).weekday - 1
  const weekday = (day: number) => (((first + day) % 7) + 7) % 7
  const lastMonday = days - 1 - weekday(days - 1)
  const mondayBefore = (weeks: number) => lastMonday - 7 * (weeks - 1)
  const referenceAsOf = new Date(midnights[mondayBefore(reference.weeksBeforeEnd)] ?? end)
  return {
    timeZone,
    midnights,
    days,
    end,
    weekday,
    launchDay: mondayBefore(launch.weeksBeforeEnd),
    priceDay: mondayBefore(priceChange.weeksBeforeEnd),
    referenceAsOf,
  }
}

/** The instant (ms since epoch) at a share of a local day, 0 to 1, however long that day is. */
export function instantIn({ midnights }: DemoCalendar, day: number, share: number): number {
  const from = midnights[day] ?? 0
  const to = midnights[day + 1] ?? from
  return Math.min(to - 1, Math.floor(from + (to - from) * share))
}
