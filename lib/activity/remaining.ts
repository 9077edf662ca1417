/** Before this share, or this soon, an estimate would jump about. */
const least = { progress: 0.02, elapsedMs: 1_000 }

/**
 * Milliseconds still to go, when work goes on as fast as it did: elapsed · (1 − progress) / progress. Null until there
 * is something to go by. Example: a quarter after 30 s → 90 s.
 */
export function remainingMs(progress: number, startedAt: Date | null, now: Date): number | null {
  if (!startedAt) return null
  const elapsed = now.getTime() - startedAt.getTime()
  if (progress < least.progress || elapsed < least.elapsedMs) return null
  return Math.round((elapsed * (1 - Math.min(1, progress))) / progress)
}
