import type { EngagementDocument } from '@/lib/scoring/engagement/document'
import { DAY_MS, type Frame } from '@/lib/scoring/engagement/frame'
import type { CountingLoad } from './person-ranges'

/** Beside the behaviors: last activity, matched events, the newest of them, their value. */
const OTHER_NUMBERS = 4

/**
 * What `countBehaviors` holds of one person and of one event: a number for each behavior at each point, and every
 * matched event of behaviors that fade by day, once for each window that holds it.
 */
export function countingLoad(
  { behaviors, window }: Pick<EngagementDocument, 'behaviors' | 'window'>,
  points: readonly { frame: Frame }[],
): CountingLoad {
  const instants = points.map(({ frame }) => frame.asOf)
  const days = (Math.max(...instants) - Math.min(...instants)) / DAY_MS
  const windowsOfEvent = Math.min(points.length, 1 + (points.length * window.days) / Math.max(1, days))
  const gathered = behaviors.filter(
    ({ measure, kernel }) => measure.type === 'days' && kernel.type !== 'none',
  )
  return {
    perPerson: points.length * (behaviors.length + OTHER_NUMBERS),
    perEvent: gathered.length * windowsOfEvent,
  }
}
