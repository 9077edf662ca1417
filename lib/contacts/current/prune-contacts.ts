import { DateTime } from 'luxon'
import type { WorkspaceId } from '@/lib/auth/workspace-id'
import { daysAway, newestLocalMidnight } from '@/lib/engagement/local-day'
import { observedUntil } from '@/lib/engagement/observed-until'
import { shownVersion } from '../contact-models'
import { deletePoints, listPoints } from './contact-points-data'
import { listPublishedContactModels } from '../data'
import { listVersionsBefore } from './rebuild-data'
import { dropRatedVersion, versionsStored } from './sql/drop-version'
import { deletePointPeople } from './sql/points'
import { DAILY_DAYS, isWithPeople } from './wanted-points'

/** How long weekly points stay. */
const WEEKLY_DAYS = 366

/** Removes the ratings and past points of the versions of a model before a number. */
export async function pruneVersionsBefore(modelId: string, number: number): Promise<void> {
  const versions = await listVersionsBefore(modelId, number)
  if (versions.length === 0) return
  for (const { version } of await versionsStored({ versions }, { lane: 'jobs' }))
    await dropRatedVersion(version)
  for (const version of versions) await deletePoints(version)
}

/**
 * Part of the job of every hour: removes the past points of days over 35 days ago that are no local Mondays, all of
 * over a year ago, the people of those of over 45 days ago, and what a writer stored of a version that was replaced.
 */
export async function pruneContacts({
  clock = () => new Date(),
  workspaceId,
}: { clock?: () => Date; workspaceId?: WorkspaceId } = {}): Promise<void> {
  for (const model of await listPublishedContactModels(workspaceId)) {
    const shown = shownVersion(model)
    if (!shown) continue
    await pruneVersionsBefore(model.id, shown.number)
    const { timeZone } = model.workspace
    const newest = newestLocalMidnight(observedUntil(model.workspace, clock()), timeZone)
    await prunePoints({ workspace: model.workspaceId, version: shown.id }, newest, timeZone)
  }
}

/** Asked of noon, so that after a change of the workspace's zone a point belongs to the day it was nearest to. */
const isOfMonday = (at: Date, timeZone: string) =>
  DateTime.fromJSDate(at, { zone: timeZone }).plus({ hours: 12 }).weekday === 1

async function prunePoints(
  of: { workspace: string; version: string },
  newest: Date,
  timeZone: string,
): Promise<void> {
  const daily = daysAway(newest, -DAILY_DAYS, timeZone)
  const weekly = daysAway(newest, -WEEKLY_DAYS, timeZone)
  const points = await listPoints(of.version)
  const gone = points.filter((at) => at < weekly || (at < daily && !isOfMonday(at, timeZone)))
  await deletePoints(of.version, gone)
  const peopleGone = [...gone, ...points.filter((at) => isLatelyWithoutPeople(at, newest, timeZone))]
  if (peopleGone.length > 0)
    await deletePointPeople({ ...of, points: peopleGone.map((at) => at.getTime()) }, { lane: 'jobs' })
}

/** Whose people are not needed since some days: asked every hour, so not of all that are older. */
const isLatelyWithoutPeople = (at: Date, newest: Date, timeZone: string) =>
  !isWithPeople(at, newest, timeZone) && isWithPeople(daysAway(at, 8, timeZone), newest, timeZone)
