import type { WorkspaceId } from '@/lib/auth/workspace-id'
import { workspaceTimes } from '@/lib/engagement/data'
import { observedUntil } from '@/lib/engagement/observed-until'
import type { ContactDocument } from '@/lib/scoring/contacts/document'
import { type PublishedContactModel, contactDocumentOf, findPublishedContactModel } from './data'

/** The model and version that ratings are read of. */
export type RatedBy = {
  modelId: string
  name: string
  versionId: string
  version: number
  document: ContactDocument
  /** Until when is observed; the ratings hold every action that was accepted. */
  asOf: Date
  /** The run that makes the ratings, or makes them again, from 0 to 1; null while they are complete. */
  rebuilding: { runId: string; progress: number } | null
}

const isComplete = ({ runs }: PublishedContactModel['versions'][number]) =>
  runs.some(({ state }) => state === 'done')

const isOnItsWay = ({ runs }: PublishedContactModel['versions'][number]) =>
  runs.some(({ state }) => state === 'queued' || state === 'running')

/**
 * The version whose ratings are shown: the newest, also while they are being made; where that failed or was cancelled,
 * the newest of which they are complete.
 */
export function shownVersion({ versions }: Pick<PublishedContactModel, 'versions'>) {
  const [newest] = versions
  if (!newest || isComplete(newest) || isOnItsWay(newest)) return newest ?? null
  return versions.find(isComplete) ?? newest
}

/**
 * What contacts are rated by: the newest contact model in use that is published, or the one asked for. Null where there
 * is none, or the one asked for is not one.
 */
export async function ratedBy(
  workspaceId: WorkspaceId,
  model?: string,
  now: Date = new Date(),
): Promise<RatedBy | null> {
  const [found, times] = await Promise.all([
    findPublishedContactModel(workspaceId, model),
    workspaceTimes(workspaceId),
  ])
  const version = found && shownVersion(found)
  if (!found || !version) return null
  const [run] = version.runs
  return {
    modelId: found.id,
    name: found.name,
    versionId: version.id,
    version: version.number,
    document: contactDocumentOf(version),
    asOf: observedUntil(times, now),
    rebuilding:
      run && (isOnItsWay(version) || !isComplete(version)) ? { runId: run.id, progress: run.progress } : null,
  }
}
