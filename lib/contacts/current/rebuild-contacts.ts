import { mintWorkspaceId } from '@/lib/auth/workspace-id'
import { type Checkpoint, RunCancelled, cancellable } from '@/lib/engagement/cancellable'
import { type RunToDo, beginRuns, endRuns } from '@/lib/engagement/run-data'
import { runFailure } from '@/lib/engagement/run-failure'
import { progressOf } from '@/lib/engagement/run-progress'
import { type Tagged, runTag } from '@/lib/engagement/sql/kill-run'
import { withWorkspaceLock } from '@/lib/ingest/workspace-lock'
import { enqueue } from '@/lib/jobs/queue'
import { log } from '@/lib/server/log'
import { contactDocumentOf } from '../data'
import { pruneVersionsBefore } from './prune-contacts'
import { completeVersionBefore, finishRebuild } from './rebuild-data'
import { RANGES_AT_ONCE, atOnce } from './at-once'
import { contactRanges } from './contact-ranges'
import { beginRange } from './sql/begin-range'
import { contactFacts } from './sql/contact-facts'
import { countRated, insertGone, insertRatings } from './sql/insert-ratings'
import { insertModelChanges } from './sql/rating-changes'
import { mappedNames } from './versions-in-use'

/** All ids. */
const everybody = { rangeFrom: '0', rangeTo: String(2n ** 64n - 1n) }

/**
 * The job of a published contact model: rates everybody under the version, range by range, beside writers at work. They
 * know the version before it begins and rate whom they touch themselves; of two ratings the one that was begun later
 * stays. Then it notes whose stars the new version changed, removes what the versions before are rated by, and queues
 * the past. May run twice. One that fails or is cancelled leaves the version before in its place.
 */
export async function rebuildContacts(
  { runId }: { runId: string },
  clock: () => Date = () => new Date(),
): Promise<void> {
  const [run] = await beginRuns({ id: runId }, clock())
  if (!run) return
  try {
    await cancellable(runId, [runId], (checkpoint) => rebuild(run, checkpoint, clock))
  } catch (error) {
    if (error instanceof RunCancelled) return endRuns([runId], 'cancelled', clock())
    log().error({ err: error, runId }, 'contacts could not be rated')
    return endRuns([runId], 'failed', clock(), runFailure(error))
  }
  await pruneVersionsBefore(run.modelId, run.version.number)
  await enqueue('contact-night', { workspaceId: run.workspaceId })
}

async function rebuild(run: RunToDo, checkpoint: Checkpoint, clock: () => Date): Promise<void> {
  const workspaceId = mintWorkspaceId(run.workspaceId)
  const { modelId, versionId: version } = run
  const document = contactDocumentOf(run.version)
  const tagged: Tagged = { lane: 'jobs', tag: runTag(run.id) }
  // Whoever writes after this has looked the versions up after this one was published.
  await withWorkspaceLock(workspaceId, () => Promise.resolve())
  const workspace = workspaceId
  const [facts = { actions: 0 }] = await contactFacts(
    { workspace, mapped: mappedNames([{ document }]) },
    tagged,
  )
  const ranges = contactRanges(facts.actions)
  const step = progressOf([run.id], ranges.length + 1)
  const { foldedAt: began } = await beginRange(workspace, tagged)
  const rated = { workspace, versionId: version, document, asOf: run.asOf, compared: false }
  await atOnce(ranges, RANGES_AT_ONCE, async ({ from, to }) => {
    checkpoint()
    const begun = await beginRange(workspace, tagged)
    await insertRatings({ ...rated, ...begun, scope: { rangeFrom: from, rangeTo: to } }, tagged)
    await step()
  })
  checkpoint()
  await insertGone({ ...rated, scope: everybody, foldedAt: began }, began, tagged)
  const [counted] = await countRated({ workspace, version }, tagged)
  checkpoint()
  const before = await completeVersionBefore(modelId, run.version.number)
  await withWorkspaceLock(workspaceId, async () => {
    if (!(await finishRebuild(run, counted?.contacts ?? 0, clock()))) throw new RunCancelled()
    const { foldedAt: at } = await beginRange(workspace, tagged)
    if (before) await insertModelChanges({ workspace, model: modelId, version, before, at }, tagged)
  })
}
