import { DateTime } from 'luxon'
import { daysAway } from './local-day'
import { findScheduledSnapshots } from './snapshot-data'

/** The scheduled scores of a version at local Mondays in `[from, to]`, oldest first. */
export async function weeklyBetween(versionId: string, from: Date, to: Date, timeZone: string) {
  const found = await findScheduledSnapshots(versionId, from, to)
  return found.filter(({ asOf }) => DateTime.fromJSDate(asOf, { zone: timeZone }).weekday === 1)
}

/** Those of the weeks before an instant, and of the instant itself where it is one. */
export const weeklySnapshots = (
  { versionId, asOf }: { versionId: string; asOf: Date },
  weeks: number,
  timeZone: string,
) => weeklyBetween(versionId, daysAway(asOf, -7 * weeks, timeZone), asOf, timeZone)
