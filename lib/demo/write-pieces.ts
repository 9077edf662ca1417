import type { WorkspaceId } from '@/lib/auth/workspace-id'
import { writeEvents } from '@/lib/ingest/write-events'
import type { Piece } from './piece'

/** The source of the demo's events; it has no row of its own. */
export const demoSource = { id: '00000000-0000-4000-8000-00000000de30', kind: 'import' as const }

/**
 * Writes piece after piece, and says of each when it is in. While the engine works at one the next is made and hashed.
 * Stops at the first that fails, or when `said` throws, and returns when nothing is on its way any more.
 */
export async function writePieces(
  workspaceId: WorkspaceId,
  pieces: Iterable<Piece>,
  said: (piece: { done: number; written: number }) => Promise<void>,
): Promise<void> {
  let last: Promise<void> = Promise.resolve()
  const underWay: Promise<unknown>[] = []
  try {
    for (const { done, events } of pieces) {
      const before = last
      last = writeEvents(workspaceId, demoSource, events, new Date()).then(() =>
        said({ done, written: events.length }),
      )
      underWay.splice(0, underWay.length, before, last)
      // Its failure is seen by whoever waits for it, a piece later.
      last.catch(() => {})
      await before
    }
    await last
  } finally {
    await Promise.allSettled(underWay)
  }
}
