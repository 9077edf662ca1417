import { saveProgress } from './run-data'

const SHORTEST_MS = 300

/** Counts the steps of a run; the share done is stored, at most a few times a second. */
export function progressOf(runId: string, steps: number): () => Promise<void> {
  let done = 0
  let savedAt = -Infinity
  return async () => {
    done += 1
    if (performance.now() - savedAt < SHORTEST_MS) return
    savedAt = performance.now()
    await saveProgress(runId, done / steps)
  }
}
