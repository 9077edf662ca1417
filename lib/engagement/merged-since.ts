import { runStarted } from '@/lib/people/data'

/** Clocks of web and worker may differ, and a batch is written a little after it was received. */
const MARGIN_MS = 10 * 60_000

/** From when on somebody may have been seen or merged whom one of these runs does not know, or knows under two ids. */
export async function mergedSince(runIds: readonly string[]): Promise<Date> {
  const starts = await Promise.all(runIds.map(runStarted))
  return new Date(Math.min(...starts.map((start) => start.getTime())) - MARGIN_MS)
}
