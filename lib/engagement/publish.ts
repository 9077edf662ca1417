import type { WorkspaceId } from '@/lib/auth/workspace-id'
import type { EngagementDocument } from '@/lib/scoring/engagement/document'
import { publishVersion, workspaceTimes } from './data'
import { pinnedInstant, storePinned } from './frozen-reference'
import { isLocalMidnight } from './local-day'
import { observedUntil } from './observed-until'
import { yearBefore } from './restate-year'
import { deleteReferenceRows } from './sql/version-reference'

type Publication = {
  modelId: string
  document: EngagementDocument
  note: string
  publishedBy: string
  /** The document becomes the draft too. */
  replacesDraft?: boolean
}

/**
 * Publishes a document as the next version of a model, queues its run at the instant until which is observed, and
 * behind that its past year. A pinned reference is stored before: throws AppError `invalid` where nobody is in it.
 */
export async function publish(workspaceId: WorkspaceId, publication: Publication, now: Date) {
  const times = await workspaceTimes(workspaceId)
  const { timeZone } = times
  const asOf = observedUntil(times, now)
  const instant = pinnedInstant(publication.document, timeZone, now)
  const restated = await yearBefore(asOf, workspaceId, timeZone)
  const pinned = instant
    ? await storePinned(publication.document, instant, { id: workspaceId, timeZone })
    : undefined
  try {
    const run = { asOf, scheduled: isLocalMidnight(asOf, timeZone) }
    return await publishVersion(workspaceId, { ...publication, now, run, restated, pinned })
  } catch (error) {
    if (pinned) await deleteReferenceRows({ workspace: workspaceId, version: pinned.versionId })
    throw error
  }
}
