import { type WorkspaceId, mintWorkspaceId } from '@/lib/auth/workspace-id'
import { enqueue } from '@/lib/jobs/queue'
import { log } from '@/lib/server/log'
import { duePoints } from './contact-night'
import { listPublishedContactModels } from '../data'
import { listStaleWorkspaces } from './stale-data'

/** A refold that a writer left this long ago is made up for: the writer itself, or an import, is past it. */
const STALE_MS = 60_000

/**
 * Part of the job of every minute: queues the night of workspaces with past points to be made, and the refold of those
 * whose ratings were left behind their events. Whatever was missed meanwhile is made up for by the next one.
 */
export async function queueContacts({
  clock = () => new Date(),
  workspaceId,
}: { clock?: () => Date; workspaceId?: WorkspaceId } = {}): Promise<void> {
  const now = clock()
  for (const id of await listStaleWorkspaces(new Date(now.getTime() - STALE_MS), workspaceId))
    await enqueue('refold-contacts', { workspaceId: id })
  const nights = new Set<WorkspaceId>()
  for (const model of await listPublishedContactModels(workspaceId)) {
    try {
      if ((await duePoints(model, now)).length > 0) nights.add(mintWorkspaceId(model.workspaceId))
    } catch (err) {
      log().error({ err, modelId: model.id }, 'a contact model could not be scheduled')
    }
  }
  for (const id of nights) await enqueue('contact-night', { workspaceId: id })
}
