import type { EngagementDocument } from '@/lib/scoring/engagement/document'
import type { Context } from '@/lib/server/context'
import { AppError } from '@/lib/server/errors'
import { type Preparation, prepare, standOf } from './prepare'
import type { Prepared } from './schema'

type Asked = { modelId: string; document: EngagementDocument; asOf?: string; again: boolean }

/** A pinned day that is still to come is a state of the draft here, not a wrong request. */
function notPinned(error: unknown): Preparation {
  if (!(error instanceof AppError) || error.path?.[0] !== 'normalisation') throw error
  return { state: 'empty', message: error.message, path: [...error.path] }
}

/** What the page is told of a preparation. */
export async function prepared(context: Context, asked: Asked): Promise<Prepared> {
  const found = await prepare(context, asked).catch(notPinned)
  if (found.state === 'counting') {
    const [first] = found.counts
    return { state: 'counting', asOf: found.asOf, id: first?.id ?? '', ...standOf(found.counts) }
  }
  if (found.state !== 'ready') return found
  const { asOf, population, reference, live } = found
  if (population.rows === 0) {
    return { state: 'empty', message: 'Nobody is known yet. Send or import events first.' }
  }
  return {
    state: 'ready',
    asOf,
    people: population.rows,
    population: population.id,
    reference: reference && { id: reference.id, asOf: reference.asOf, people: reference.rows },
    live: live && { version: live.version, asOf: live.asOf },
  }
}
