import { DateTime } from 'luxon'
import { daysAway } from './local-day'
import { observedUntil } from './observed-until'
import { deleteRunScores } from './sql/remove-run'
import { type TickOptions, deleteSnapshot, listObservedWorkspaces, listOldSnapshots } from './tick-data'

/** How long daily snapshots stay, back from observedUntil. */
const DAILY_DAYS = 90

/**
 * Is this the first instant of a local Monday? Asked of noon, so that after a change of the workspace's zone a
 * snapshot belongs to the day it was nearest to, and weeklies of the old zone stay.
 */
const isOfMonday = (asOf: Date, timeZone: string): boolean =>
  DateTime.fromJSDate(asOf, { zone: timeZone }).plus({ hours: 12 }).weekday === 1

/**
 * The job of every hour: removes the scheduled snapshots of over 90 days ago that are not of local Mondays, with
 * their rows. The newest of each version stays, whatever its day, and so do those that somebody asked for
 * (`scoring.md` §1.6).
 */
export async function pruneSnapshots({
  clock = () => new Date(),
  workspaceId,
}: TickOptions = {}): Promise<void> {
  for (const { id: workspace, ...times } of await listObservedWorkspaces(workspaceId)) {
    const { timeZone } = times
    const until = daysAway(observedUntil(times, clock()), -DAILY_DAYS, timeZone)
    for (const snapshot of await listOldSnapshots(workspace, until)) {
      const { asOf, runId: run } = snapshot
      if (isOfMonday(asOf, timeZone)) continue
      // First the row by which the scores are found: nobody reads a half.
      if (await deleteSnapshot(snapshot)) await deleteRunScores({ workspace, run, asOf })
    }
  }
}
