import { z } from 'zod'
import { BIN_COUNT } from '@/lib/scoring/engagement/distribution'
import type { RunSummary } from '@/lib/scoring/engagement/run-summary'
import { log } from '@/lib/server/log'
import { defineCommand } from '@/lib/warehouse/define-query'
import { type Checkpoint, RunCancelled, cancellable } from './cancellable'
import { documentOf } from './data'
import { frameAt } from './frame'
import { type RunToDo, beginRun, endRun, finishRun } from './run-data'
import { runFailure } from './run-failure'
import { progressOf } from './run-progress'
import { countBehaviors } from './sql/count-behaviors'
import { runTag } from './sql/kill-run'
import { personRanges } from './sql/person-ranges'
import { placeScores, placement } from './sql/place-scores'
import { deleteRunScores, dropRunCounts } from './sql/remove-run'
import { runFacts } from './sql/run-facts'
import { stageSizes } from './sql/stage-sizes'
import { runTotals, summaryOf } from './sql/summarise-run'

/** Tells the time; tests pass their own. */
export type Clock = () => Date

/**
 * The job of a run: counts what everybody did, range by range, places everybody, keeps the summary, and makes the
 * scores the live ones of (version, asOf). May run twice: what a job that died has left is removed first. A run that
 * fails or is cancelled leaves no rows.
 */
export async function scoreRun({ runId }: { runId: string }, clock: Clock = () => new Date()): Promise<void> {
  const run = await beginRun(runId, clock())
  if (!run) return
  try {
    await removeRows(run)
    const summary = await cancellable(run.id, (checkpoint) => scoreEverybody(run, checkpoint))
    const outcome = await finishRun(run, summary, clock())
    if (outcome.kind === 'cancelled') throw new RunCancelled()
    const obsolete = outcome.kind === 'superseded' ? run.id : outcome.replaced
    await tidyUp(run, obsolete)
  } catch (error) {
    // First the state, so that whoever cancelled it sees it at once: the rows are read by nobody.
    if (error instanceof RunCancelled) await endRun(run.id, 'cancelled', clock())
    else {
      log().error({ err: error, runId }, 'a run failed')
      await endRun(run.id, 'failed', clock(), runFailure(error))
    }
    await removeRows(run).catch((err: unknown) => log().error({ err, runId }, 'rows of a run were left'))
  }
}

async function scoreEverybody(run: RunToDo, checkpoint: Checkpoint): Promise<RunSummary> {
  const document = documentOf(run.version)
  const { timeZone: zone } = run.workspace
  const frame = frameAt(document, run.asOf, zone)
  const of = { workspace: run.workspaceId, run: run.id }
  const tagged = { lane: 'jobs', tag: runTag(run.id) } as const

  const [facts = { events: 0, hasMerges: false }] = await runFacts(of, tagged)
  const ranges = personRanges(facts.events)
  const step = progressOf(run.id, ranges.length + 2)
  for (const range of ranges) {
    checkpoint()
    const { sql, params } = countBehaviors(document, frame, {
      ...of,
      zone,
      range,
      hasMerges: facts.hasMerges,
    })
    await defineCommand({ name: 'count-behaviors', params: z.record(z.string(), z.unknown()), sql })(
      params,
      tagged,
    )
    await step()
  }

  checkpoint()
  const sizes = await stageSizes(of, tagged)
  await placeScores({ run: run.id, asOf: run.asOf, ...placement(document, sizes) }, tagged)
  await step()

  checkpoint()
  const [totals] = await runTotals({ ...of, lastBin: BIN_COUNT - 1 }, tagged)
  if (!totals) throw new Error('the totals of a run came without a row')
  checkpoint()
  return summaryOf(totals, document)
}

function removeRows(run: RunToDo): Promise<unknown> {
  const scores = deleteRunScores({ workspace: run.workspaceId, run: run.id, asOf: run.asOf })
  return Promise.all([dropRunCounts({ run: run.id }), scores])
}

/** After a run is done; what cannot be removed is read by nobody and hurts nothing but the disk. */
async function tidyUp(run: RunToDo, obsolete: string | null): Promise<void> {
  try {
    await dropRunCounts({ run: run.id })
    if (obsolete) await deleteRunScores({ workspace: run.workspaceId, run: obsolete, asOf: run.asOf })
  } catch (error) {
    log().error({ err: error, runId: run.id }, 'obsolete rows of a run were left')
  }
}
