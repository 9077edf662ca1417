import type { WorkspaceId } from '@/lib/auth/workspace-id'
import { listModels, workspaceTimes } from './data'
import { newestLocalMidnight } from './local-day'
import { observedUntil } from './observed-until'
import { restateYear } from './restate-year'
import { insertRunOnce } from './run-data'
import { createStarter } from './starter'

/**
 * What follows a finished import: every published engagement model is scored at the newest local midnight that is
 * observed, and behind that its past year again. A workspace without a model gets a starter first. May be called twice.
 */
export async function queueRunsAfterImport(workspaceId: WorkspaceId, now: Date): Promise<void> {
  await createStarter(workspaceId, now)
  const times = await workspaceTimes(workspaceId)
  const { timeZone } = times
  const asOf = newestLocalMidnight(observedUntil(times, now), timeZone)
  for (const { id: modelId, kind, versions } of await listModels(workspaceId)) {
    const [live] = versions
    if (kind !== 'engagement' || !live) continue
    await insertRunOnce({ workspaceId, modelId, versionId: live.id, asOf, scheduled: true, now })
    await restateYear({ id: workspaceId, timeZone }, { id: live.id, modelId }, asOf, now, asOf)
  }
}
