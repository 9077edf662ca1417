import { saveProgress } from './run-data'

const SHORTEST_MS = 300

/** Counts the steps of runs that are done together; the share done is stored, at most a few times a second. */
export function progressOf(
  runIds: readonly string[],
  steps: number,
  save: typeof saveProgress = saveProgress,
): () => Promise<void> {
  let done = 0
  let savedAt = -Infinity
  return async () => {
    done += 1
    if (performance.now() - savedAt < SHORTEST_MS) return
    savedAt = performance.now()
    await save(runIds, done / steps)
  }
}
