import type { WorkspaceId } from '@/lib/auth/workspace-id'
import { listModels } from './data'
import { insertRunOnce } from './run-data'
import { findScheduledBetween, findSnapshot } from './snapshot-data'

const ever = new Date(0)

/**
 * Scores again what the pages show, after people were merged or taken apart: of every published engagement model the
 * newest snapshot and the newest scheduled one, mostly the same. Answers the ids of the runs that were queued; one that
 * waits already will see the same people.
 */
export async function rescore(workspaceId: WorkspaceId, now: Date): Promise<string[]> {
  const queued: string[] = []
  for (const { id: modelId, kind, versions } of await listModels(workspaceId)) {
    const [live] = versions
    if (kind !== 'engagement' || !live) continue
    const shown = await Promise.all([
      findSnapshot(modelId, { version: live.number }),
      findScheduledBetween(live.id, ever, now),
    ])
    const points = new Map(shown.flatMap((found) => (found ? [[found.asOf.getTime(), found] as const] : [])))
    for (const { asOf, scheduled } of points.values()) {
      const run = await insertRunOnce({ workspaceId, modelId, versionId: live.id, asOf, scheduled, now })
      if (run) queued.push(run)
    }
  }
  return queued
}
