import { setTimeout as pause } from 'node:timers/promises'
import { log } from '@/lib/server/log'
import { isCancelRequested } from './run-data'
import { killRun } from './sql/kill-run'

const POLL_MS = 250
const KILL_MS = 100

export class RunCancelled extends Error {}

/** Throws RunCancelled once the run is to stop: called between two steps. */
export type Checkpoint = () => void

/** Asks until `ended` whether the runs are to stop; from then on kills their queries, as one may be just beginning. */
async function watch(
  tagId: string,
  isAsked: () => Promise<boolean>,
  ended: AbortSignal,
  stop: () => void,
): Promise<void> {
  let stopping = false
  while (!ended.aborted) {
    try {
      stopping ||= await isAsked()
      if (stopping) {
        stop()
        await killRun(tagId)
      }
    } catch (error) {
      log().warn({ err: error, runId: tagId }, 'could not ask whether a run is cancelled')
    }
    await pause(stopping ? KILL_MS : POLL_MS, undefined, { signal: ended }).catch(() => {})
  }
}

/**
 * Does the work of runs while watching whether they are asked to stop. It returns when the work has ended, also when
 * its queries, those with the tag of `tagId`, were killed, so nothing is written afterwards. Throws RunCancelled when
 * it was stopped.
 *
 * @param isAsked whether those of `runIds` are to stop; default: asks the runs of these ids
 */
export async function cancellable<T>(
  tagId: string,
  runIds: readonly string[],
  work: (checkpoint: Checkpoint) => Promise<T>,
  isAsked: (ids: readonly string[]) => Promise<boolean> = isCancelRequested,
): Promise<T> {
  const ended = new AbortController()
  let stopping = false
  const watching = watch(
    tagId,
    () => isAsked(runIds),
    ended.signal,
    () => (stopping = true),
  )
  const checkpoint = () => {
    if (stopping) throw new RunCancelled()
  }
  try {
    return await work(checkpoint)
  } catch (error) {
    throw stopping ? new RunCancelled() : error
  } finally {
    ended.abort()
    await watching
  }
}
