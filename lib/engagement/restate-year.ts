import type { WorkspaceId } from '@/lib/auth/workspace-id'
import { pastMondays } from './past-mondays'
import { insertBatchOnce } from './run-data'
import { firstActivity } from './sql/first-activity'

const WEEKS = 52

/**
 * The points of a year's restatement, newest first: the local Mondays of the past 52 weeks. Those before the first
 * activity of the workspace are left out: there is nobody to score.
 */
export async function yearBefore(
  until: Date,
  workspaceId: WorkspaceId,
  timeZone: string,
): Promise<readonly Date[]> {
  const [first] = await firstActivity({ workspace: workspaceId })
  return first ? pastMondays(until, WEEKS, timeZone).filter((monday) => monday > first.at) : []
}

type Version = { id: string; modelId: string }

/** The runs of a restatement; the id is that of the newest point, and stands for all of them. */
export type Restatement = { id: string; ids: readonly string[] }

/**
 * Queues the weekly scores of the past year under a version, to be made together. Points that wait already are not
 * queued again, as their runs will see the same events.
 *
 * @param without a point that is being scored by a run of its own
 * @returns the runs that are queued, or wait already, oldest point first; null where there is no point
 */
export async function restateYear(
  workspace: { id: WorkspaceId; timeZone: string },
  version: Version,
  until: Date,
  now: Date,
  without?: Date,
): Promise<Restatement | null> {
  const mondays = await yearBefore(until, workspace.id, workspace.timeZone)
  const points = mondays.filter((monday) => monday.getTime() !== without?.getTime()).toReversed()
  if (points.length === 0) return null
  const common = { workspaceId: workspace.id, modelId: version.modelId, versionId: version.id }
  const ids = await insertBatchOnce(points.map((asOf) => ({ ...common, asOf, scheduled: true, now })))
  return { id: ids.at(-1) ?? '', ids }
}
