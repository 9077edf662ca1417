import { type WorkspaceId, mintWorkspaceId } from '@/lib/auth/workspace-id'
import { newestLocalMidnight } from '@/lib/engagement/local-day'
import { observedUntil } from '@/lib/engagement/observed-until'
import type { Tagged } from '@/lib/engagement/sql/kill-run'
import { shownVersion } from '../contact-models'
import { deletePoints, listPoints } from './contact-points-data'
import { contactDocumentOf, listPublishedContactModels } from '../data'
import { makePoints } from './make-points'
import { refoldEverybody } from './refold-everybody'
import { deletePointPeople } from './sql/points'
import { changesWithTime } from './versions-in-use'
import { wantedPoints } from './wanted-points'

type Model = Awaited<ReturnType<typeof listPublishedContactModels>>[number]

const isRated = ({ runs }: Model['versions'][number]) => runs.some(({ state }) => state === 'done')

/**
 * The past instants at which a model's contacts are still to be rated, the most useful first: what is wanted and not
 * there, also after days in which the product did not run. None before everybody is rated.
 *
 * @param again from when on what is there is made again
 */
export async function duePoints(model: Model, now: Date, again?: Date): Promise<Date[]> {
  const version = shownVersion(model)
  if (!version || !isRated(version)) return []
  const wanted = wantedPoints(observedUntil(model.workspace, now), model.workspace.timeZone)
  const earliest = wanted.reduce((least, at) => (at < least ? at : least), now)
  const made = (await listPoints(version.id, earliest)).filter((at) => !again || at <= again)
  const known = new Set(made.map((at) => at.getTime()))
  return wanted.filter((at) => !known.has(at.getTime()))
}

/**
 * The job of every night, and of what follows a publication or an import: rates everybody again where ratings change
 * as time passes, and makes the past points that are missing. May run late, twice or at once.
 *
 * @param since ISO 8601; actions came in of then, so that the points after it are made again
 */
export async function contactNight(
  { workspaceId: id, since }: { workspaceId: string; since?: string },
  clock: () => Date = () => new Date(),
): Promise<void> {
  const workspaceId = mintWorkspaceId(id)
  for (const model of await listPublishedContactModels(workspaceId)) {
    const now = clock()
    const version = shownVersion(model)
    const due = await duePoints(model, now, since ? new Date(since) : undefined)
    if (!version || due.length === 0) continue
    const document = contactDocumentOf(version)
    const { timeZone } = model.workspace
    const until = observedUntil(model.workspace, now)
    if (changesWithTime(document) && isNight(due, until, timeZone))
      await refoldEverybody(workspaceId, { cause: 'time' }, now, ({ versionId }) => versionId === version.id)
    const tagged = { lane: 'jobs', tag: `contact-night:${version.id}` } as const
    await removePointsAfter({ workspace: workspaceId, version: version.id }, until, tagged)
    await makePoints({ workspaceId, versionId: version.id, document }, due, { until, timeZone }, tagged)
  }
}

/** Before a first import everything is observed until today; with it that may be years ago. */
async function removePointsAfter(
  of: { workspace: string; version: string },
  until: Date,
  tagged: Tagged,
): Promise<void> {
  const after = (await listPoints(of.version, until)).filter((at) => at > until)
  if (after.length === 0) return
  await deletePoints(of.version, after)
  await deletePointPeople({ ...of, points: after.map((at) => at.getTime()) }, tagged)
}

/** Whether the newest day has no point yet: then nobody was rated since it began. */
const isNight = (due: readonly Date[], until: Date, timeZone: string) =>
  due.some((at) => at.getTime() === newestLocalMidnight(until, timeZone).getTime())

/** Past instants at which contacts of a workspace are still to be rated, over all its contact models. */
export async function pointsLeft(workspaceId: WorkspaceId, now: Date): Promise<number> {
  const models = await listPublishedContactModels(workspaceId)
  const due = await Promise.all(models.map((model) => duePoints(model, now)))
  return due.reduce((sum, points) => sum + points.length, 0)
}
