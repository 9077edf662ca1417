import { mintWorkspaceId } from '@/lib/auth/workspace-id'
import { type Checkpoint, RunCancelled, cancellable } from '@/lib/engagement/cancellable'
import { runFailure } from '@/lib/engagement/run-failure'
import { progressOf } from '@/lib/engagement/run-progress'
import { personRanges } from '@/lib/engagement/sql/person-ranges'
import { type Tagged, runTag } from '@/lib/engagement/sql/kill-run'
import { log } from '@/lib/server/log'
import { contactDocumentOf, listPublishedContactModels } from '../data'
import { refoldEverybody } from '../current/refold-everybody'
import { hasMergesIn } from '../what-if/has-merges'
import {
  type TruncationRow,
  addDropped,
  beginTruncation,
  endTruncation,
  isTruncationCancelled,
  saveTruncationProgress,
} from './data'
import { type Old, deleteOldActions, impliedSubscriptions, monthsWithOldActions } from './sql/old-actions'
import { writeSubscriptions } from './write-subscriptions'

/**
 * The job of a truncation that somebody confirmed: writes down the subscriptions that follow from nothing but old
 * actions, deletes the old actions month by month, the oldest first, but for first subscriptions, and rates everybody
 * again. May run twice. One that is cancelled or fails has dropped the months before; everybody is rated by what is left.
 */
export async function truncateContacts(
  { truncationId }: { truncationId: string },
  clock: () => Date = () => new Date(),
): Promise<void> {
  const truncation = await beginTruncation(truncationId, clock())
  if (!truncation) return
  try {
    await cancellable(
      truncationId,
      [truncationId],
      (checkpoint) => truncate(truncation, checkpoint, clock),
      isTruncationCancelled,
    )
    await endTruncation(truncationId, 'done', clock())
  } catch (error) {
    const cancelled = error instanceof RunCancelled
    if (!cancelled) log().error({ err: error, truncationId }, 'old actions could not be dropped')
    // Those months that are gone already change ratings all the same.
    await rateAgain(truncation, clock()).catch((err: unknown) =>
      log().error({ err, truncationId }, 'contacts could not be rated after a truncation that ended early'),
    )
    if (cancelled) await endTruncation(truncationId, 'cancelled', clock())
    else await endTruncation(truncationId, 'failed', clock(), runFailure(error))
  }
}

const rateAgain = ({ workspaceId }: TruncationRow, now: Date) =>
  refoldEverybody(mintWorkspaceId(workspaceId), { cause: 'truncation' }, now)

/** Names of track events that a model in use takes for a subscription. */
async function subscribedNames(workspaceId: string): Promise<string[]> {
  const models = await listPublishedContactModels(mintWorkspaceId(workspaceId))
  const rules = models.flatMap(({ versions: [newest] }) => (newest ? contactDocumentOf(newest).actions : []))
  return rules.flatMap((rule) => (rule.action === 'subscribed' ? rule.events : []))
}

async function truncate(truncation: TruncationRow, checkpoint: Checkpoint, clock: () => Date): Promise<void> {
  const { id, workspaceId: workspace, before } = truncation
  const tagged: Tagged = { lane: 'jobs', tag: runTag(id) }
  const months = await monthsWithOldActions({ workspace, before }, tagged)
  const actions = months.reduce((sum, month) => sum + month.actions, 0)
  const ranges = personRanges(actions)
  const step = progressOf([id], ranges.length + months.length + 1, saveTruncationProgress)
  const old: Old = { workspace, before, hasMerges: await hasMergesIn(workspace) }
  const names = await subscribedNames(workspace)
  for (const range of ranges) {
    checkpoint()
    await writeSubscriptions(truncation, await impliedSubscriptions(old, names, range, tagged), {
      checkpoint,
      clock,
    })
    await step()
  }
  for (const { month } of months) {
    checkpoint()
    await addDropped(id, await deleteOldActions(old, month, tagged))
    await step()
  }
  await rateAgain(truncation, clock())
}
