import { beginRuns } from './run-data'
import { type Clock, scoreTogether } from './score-together'

/** The job of a run: scores everybody at its instant. See `scoreTogether`. */
export async function scoreRun({ runId }: { runId: string }, clock: Clock = () => new Date()): Promise<void> {
  await scoreTogether(runId, await beginRuns({ id: runId }, clock()), clock)
}
