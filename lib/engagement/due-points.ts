import { daysAway } from './local-day'
import { pointsBetween } from './instants'

const HOUR_MS = 3_600_000

/** How far back missing weeklies are made up. */
const CATCH_UP_DAYS = 365

/** A run of the live version at some point. */
export type PastRun = {
  asOf: Date
  state: 'queued' | 'running' | 'done' | 'failed' | 'cancelled' | 'uploaded'
  /** When it ended, or was asked for. */
  at: Date
}

export type Due = {
  /** The newest first instant of a local day that is not later than observedUntil. */
  newest: Date
  /** The model's newest scheduled snapshot before that one. */
  before: Date | null
  /** The scheduled runs of the live version after `before`. */
  runs: readonly PastRun[]
  timeZone: string
  now: Date
}

/**
 * Where a model has to be scored now, oldest first (`scoring.md` §1.6): at `newest`, and at the local Mondays of the
 * past year between the snapshot before it and `newest` that were missed. A point with a run of any kind is not due
 * again, but for one whose runs all failed, an hour after the last of them.
 *
 * Example: the last snapshot is of Wednesday the 1st, now it is Thursday the 16th: Mondays the 6th and 13th, and the 16th.
 */
export function duePoints({ newest, before, runs, timeZone, now }: Due): Date[] {
  const yearAgo = daysAway(newest, -CATCH_UP_DAYS, timeZone)
  const since = before && before < yearAgo ? yearAgo : before
  const mondays = since ? pointsBetween(since, newest, 'week', timeZone, CATCH_UP_DAYS) : []
  const points = mondays.filter((monday) => monday > (since ?? newest) && monday < newest)
  return [...points, newest].filter((point) => {
    const made = runs.filter(({ asOf }) => asOf.getTime() === point.getTime())
    return made.every(({ state, at }) => state === 'failed' && now.getTime() - at.getTime() >= HOUR_MS)
  })
}
