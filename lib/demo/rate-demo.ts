import { setTimeout as pause } from 'node:timers/promises'
import type { WorkspaceId } from '@/lib/auth/workspace-id'
import { pointsLeft } from '@/lib/contacts/current/contact-night'
import { makeUsualContactModel, queueRebuild } from '@/lib/contacts/current/publish-contact'
import { findDemoContactModel, runsOf, wereRunsCancelled } from './data'

/**
 * Makes and publishes the demo's contact model, which queues everybody's rating; answers its id. What is there already
 * stays; a rebuild that was cancelled with a load is queued again.
 */
export async function publishDemoContacts(workspaceId: WorkspaceId, now: Date): Promise<string> {
  const found = await findDemoContactModel(workspaceId)
  if (!found) return (await makeUsualContactModel(workspaceId, 'Gravitas', now)).id
  if (await wereRunsCancelled(found.id)) await queueRebuild(workspaceId, found.id, now)
  return found.id
}

/** Past points come one after the other; when for so long none did, nobody is at work. */
const PATIENCE_MS = 120_000

/** Waits until everybody is rated, now and at the past points; tells how far that is, 0 to 1. */
export async function untilRated(
  workspaceId: WorkspaceId,
  modelId: string,
  tell: (done: number) => Promise<void>,
): Promise<void> {
  for (;;) {
    const { progress, open } = await runsOf(modelId)
    await tell(progress / 2)
    if (open === 0) break
    await pause(300)
  }
  const all = await pointsLeft(workspaceId, new Date())
  let fewest = { left: all, at: performance.now() }
  while (fewest.left > 0 && performance.now() - fewest.at < PATIENCE_MS) {
    await pause(300)
    const left = await pointsLeft(workspaceId, new Date())
    if (left < fewest.left) fewest = { left, at: performance.now() }
    await tell(1 - left / all / 2)
  }
}
