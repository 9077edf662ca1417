import { enqueue } from '@/lib/jobs/queue'
import { beginRuns, isBehindRun } from './run-data'
import { type Clock, scoreTogether } from './score-together'

type Batch = { batchId: string }

const systemClock: Clock = () => new Date()

/** Scores everybody at all instants of runs that were asked for together. See `scoreTogether`. */
export async function restate({ batchId }: Batch, clock: Clock = systemClock): Promise<void> {
  await scoreTogether(batchId, await beginRuns({ batchId }, clock()), clock)
}

/** The job of it: the run that was asked for before, which somebody waits for, comes first. */
export async function restateInTurn(batch: Batch, clock: Clock = systemClock): Promise<void> {
  if (await isBehindRun(batch.batchId, clock()))
    await enqueue('restate', batch, undefined, { afterSeconds: 1 })
  else await restate(batch, clock)
}
