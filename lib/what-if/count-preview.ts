import { type Checkpoint, RunCancelled, cancellable } from '@/lib/engagement/cancellable'
import { type WorkspaceFacts, countPasses, countPoints } from '@/lib/engagement/count-points'
import { documentOf } from '@/lib/engagement/data'
import { frameAt } from '@/lib/engagement/frame'
import { runFailure } from '@/lib/engagement/run-failure'
import { progressOf } from '@/lib/engagement/run-progress'
import { type Tagged, runTag } from '@/lib/engagement/sql/kill-run'
import { dropCountsOfRuns } from '@/lib/engagement/sql/remove-run'
import { runFacts } from '@/lib/engagement/sql/run-facts'
import { log } from '@/lib/server/log'
import { beginCounts, endCounts, finishCounts, isCancelAsked, saveCountProgress } from './data'
import { factsOfCount } from './sql/column-facts'

type Begun = Awaited<ReturnType<typeof beginCounts>>

/**
 * The job of a preview whose document asks of the events what no run has counted: counts what everybody did at its
 * instants, with the same statement as a run and in one pass. May run twice: what a job that died has left is removed
 * first. Counts that fail or are cancelled leave no rows.
 */
export async function countPreview(
  { countIds }: { countIds: readonly string[] },
  clock: () => Date = () => new Date(),
): Promise<void> {
  const counts = await beginCounts(countIds, clock())
  const [first] = counts
  if (!first) return
  const ids = counts.map(({ id }) => id)
  try {
    await dropCountsOfRuns(ids)
    await cancellable(first.id, ids, (checkpoint) => countAll(counts, checkpoint, clock), isCancelAsked)
  } catch (error) {
    if (error instanceof RunCancelled) await endCounts(ids, 'cancelled', clock())
    else {
      log().error({ err: error, countIds: ids }, 'a preview could not be counted')
      await endCounts(ids, 'failed', clock(), runFailure(error, 'counting'))
    }
    await dropCountsOfRuns(ids).catch((err: unknown) =>
      log().error({ err, countIds: ids }, 'rows of a preview were left'),
    )
  }
}

async function countAll(counts: Begun, checkpoint: Checkpoint, clock: () => Date): Promise<void> {
  const [first] = counts
  if (!first) return
  const { workspaceId: workspace } = first
  const zone = first.workspace.timeZone
  const document = documentOf(first)
  const ids = counts.map(({ id }) => id)
  const tagged: Tagged = { lane: 'jobs', tag: runTag(first.id) }
  const [counted = { events: 0, people: 0, hasMerges: false }] = await runFacts({ workspace }, tagged)
  const facts: WorkspaceFacts = { ...counted, workspace, zone }
  const points = counts.map(({ id, asOf }) => ({
    run: id,
    frame: frameAt(document, asOf, zone),
    keepCounts: true,
  }))
  const passes = countPasses(document, points, facts)
  const statements = passes.reduce((sum, { ranges }) => sum + ranges.length, 0)
  const step = progressOf(ids, statements, saveCountProgress)
  await countPoints(document, passes, facts, { tagged, checkpoint, step })
  checkpoint()
  const [found] = await factsOfCount({ id: first.id }, tagged)
  if (!(await finishCounts(ids, found?.rows ?? 0, clock()))) throw new RunCancelled()
}
