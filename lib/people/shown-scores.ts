import type { WorkspaceId } from '@/lib/auth/workspace-id'
import { documentOf, findModelToShow } from '@/lib/engagement/data'
import { mergedSince } from '@/lib/engagement/merged-since'
import { findSnapshot, summaryOfSnapshot } from '@/lib/engagement/snapshot-data'
import { AppError } from '@/lib/server/errors'
import type { ListedScores } from './schema'

export type Shown = ListedScores & {
  runId: string
  /** Who was seen or merged since then, these scores may not know. */
  since: Date
}

/**
 * The scores people are listed with: of the model asked for, else of the workspace's newest published one; of its
 * newest version that has any, at its newest instant. Null before the first run. Throws AppError `not_found`.
 */
export async function shownScores(workspaceId: WorkspaceId, modelId?: string): Promise<Shown | null> {
  const model = await findModelToShow(workspaceId, modelId)
  if (!model && modelId) throw new AppError('not_found', 'There is no such model.', ['model'])
  const snapshot = model && (await findSnapshot(model.id, {}))
  if (!snapshot) return null
  const { tiers, lifecycle } = documentOf(snapshot.version)
  return {
    model: { id: model.id, name: model.name },
    version: snapshot.version.number,
    runId: snapshot.runId,
    asOf: snapshot.asOf,
    n: summaryOfSnapshot(snapshot).n,
    tiers: tiers.map(({ key, name, from, colour }) => ({ key, name, from, colour })),
    stages: lifecycle.stages.map(({ key }) => key),
    since: await mergedSince([snapshot.runId]),
  }
}
