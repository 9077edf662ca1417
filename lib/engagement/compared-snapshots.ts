import type { Context } from '@/lib/server/context'
import { AppError } from '@/lib/server/errors'
import { knownSnapshot } from './known'
import { daysAway } from './local-day'
import { type SnapshotRow, findScheduledBetween } from './snapshot-data'

const WEEKS_BACK = 4

/** The scheduled scores of four weeks earlier, or of up to six days before that where that day has none. */
export function fourWeeksEarlier({ versionId, asOf }: SnapshotRow, timeZone: string) {
  const until = daysAway(asOf, -7 * WEEKS_BACK, timeZone)
  return findScheduledBetween(versionId, daysAway(until, -7, timeZone), until)
}

type Asked = { id: string; from?: string; to?: string; version?: number }

/**
 * Two snapshots of one version, the earlier first: `to`, or the newest, and `from`, or the one of four weeks before,
 * which may not exist. Throws AppError `not_found` where one that was asked for does not, `invalid` in a wrong order.
 */
export async function comparedSnapshots(context: Context, { id, from, to, version }: Asked) {
  const after = await knownSnapshot(context, { id, asOf: to ?? 'latest', version })
  const before = from
    ? await knownSnapshot(context, { id, asOf: from, version: after.version.number })
    : await fourWeeksEarlier(after, context.workspace.timeZone)
  if (before && before.asOf >= after.asOf) {
    throw new AppError('invalid', 'from: this is not before the instant it is compared with.', ['from'])
  }
  return { before, after }
}
