import { formatShortDay } from '@/lib/format/instant'
import { type MonthTick, monthTicks } from './month-ticks'

const LONG_DAYS = 150

/** Room for a day on an axis, at 12 px. */
const DAY_WIDTH = 56

/**
 * How an axis of time is marked: by months over a long stretch, else by some of the points themselves, the last one
 * always among them.
 * @param points ms since epoch, ascending
 * @param width of the axis in pixels
 */
export function dateTicks(points: readonly number[], zone: string, width: number): MonthTick[] {
  const from = points[0]
  const to = points.at(-1)
  if (from === undefined || to === undefined) return []
  if (to - from >= LONG_DAYS * 86_400_000) return monthTicks(from, to, zone, width)
  const step = Math.max(1, Math.ceil(points.length / Math.max(1, Math.floor(width / DAY_WIDTH))))
  return points
    .filter((_, index) => (points.length - 1 - index) % step === 0)
    .map((at) => ({ at, label: formatShortDay(at, zone) }))
}
