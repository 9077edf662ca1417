import type { WorkspaceId } from '@/lib/auth/workspace-id'
import { listModels, workspaceTimes } from './data'
import { newestLocalMidnight } from './local-day'
import { observedUntil } from './observed-until'
import { insertRunOnce } from './run-data'
import { createStarter } from './starter'

/**
 * What follows a finished import: every published engagement model is scored at the newest local midnight that is
 * observed. A workspace without a model gets a starter first. May be called twice.
 */
export async function queueRunsAfterImport(workspaceId: WorkspaceId, now: Date): Promise<void> {
  await createStarter(workspaceId, now)
  const times = await workspaceTimes(workspaceId)
  const asOf = newestLocalMidnight(observedUntil(times, now), times.timeZone)
  for (const { id, kind, versions } of await listModels(workspaceId)) {
    const [live] = versions
    if (kind !== 'engagement' || !live) continue
    await insertRunOnce({ workspaceId, modelId: id, versionId: live.id, asOf, scheduled: true, now })
  }
}
