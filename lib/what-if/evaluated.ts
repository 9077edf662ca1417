import type { EngagementDocument } from '@/lib/scoring/engagement/document'
import type { LiveScores } from '@/lib/scoring/engagement/what-if/population'
import type { Evaluated } from '@/lib/scoring/engagement/what-if/what-if'
import type { Context } from '@/lib/server/context'
import { isLive } from '@/lib/engagement/snapshot-data'
import { type Ready, awaitReady } from './await-ready'
import { loadEvaluator } from './columns'
import { type Live, sourceOfRun } from './source'

type Asked = { modelId: string; document: EngagementDocument; asOf?: string }

export type Everybody = {
  ready: Ready
  /** Null where the live version has no scores at the instant. */
  live: Live | null
  /** Internal ids by row. */
  people: BigUint64Array
  liveScores: LiveScores | null
  evaluated: Evaluated
}

/**
 * Everybody under a document, and what `read` makes of it. `read` must be done when it returns: the next preview of the
 * same people writes over what it reads. Throws as `awaitReady`.
 */
export async function readEvaluated<T>(
  context: Context,
  asked: Asked,
  read: (everybody: Everybody) => T,
): Promise<T> {
  const workspace = context.workspace.id
  const ready = await awaitReady(context, asked)
  try {
    const run = ready.live && (await sourceOfRun(workspace, ready.live))
    const live = run && ready.live
    const loaded = await loadEvaluator(workspace, { ...ready, live, run })
    const evaluated = loaded.evaluate(asked.document)
    return read({ ready, live, people: loaded.people, liveScores: loaded.live, evaluated })
  } catch (error) {
    // Replaced while it was read: begin again.
    if (ready.live && !(await isLive(ready.live.runId))) return readEvaluated(context, asked, read)
    throw error
  }
}
