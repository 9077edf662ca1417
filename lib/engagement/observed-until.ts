import { daysAway, newestLocalMidnight } from './local-day'

export type Observed = {
  timeZone: string
  /** received_at of the newest event that came by HTTP or webhook. */
  lastReceivedAt: Date | null
  /** occurred_at of the newest event. */
  lastOccurredAt: Date | null
}

const LIVE_MS = 7 * 86_400_000

/**
 * **observedUntil** (`scoring.md` §0): now, if an event arrived by HTTP or webhook within the last 7 days, or if there
 * is none at all; otherwise the first local midnight after the last event, never later than now. So a log imported
 * years later opens on its own time, scored, not on an empty today.
 *
 * Example: last event 2014-06-05 18:00 in UTC, imported: 2014-06-06 00:00. An event exactly at a midnight: the next one.
 */
export function observedUntil({ timeZone, lastReceivedAt, lastOccurredAt }: Observed, now: Date): Date {
  if (lastReceivedAt && now.getTime() - lastReceivedAt.getTime() <= LIVE_MS) return now
  if (!lastOccurredAt) return now
  const dayAfter = daysAway(newestLocalMidnight(lastOccurredAt, timeZone), 1, timeZone)
  return dayAfter < now ? dayAfter : now
}
