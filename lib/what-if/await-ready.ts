import { setTimeout as pause } from 'node:timers/promises'
import type { EngagementDocument } from '@/lib/scoring/engagement/document'
import type { Context } from '@/lib/server/context'
import { AppError } from '@/lib/server/errors'
import { type Preparation, prepare } from './prepare'

export type Ready = Extract<Preparation, { state: 'ready' }>

type Asked = { modelId: string; document: EngagementDocument; asOf?: string }

const PATIENCE_MS = 60_000
const POLL_MS = 200

/**
 * What a document is evaluated on, counted first where nobody has. Throws AppError `conflict` where that takes over a
 * minute (it goes on, so a later call finds it) or fails, `invalid` where a reference holds nobody.
 */
export async function awaitReady(context: Context, asked: Asked): Promise<Ready> {
  const until = performance.now() + PATIENCE_MS
  let found = await prepare(context, { ...asked, again: true })
  while (found.state === 'counting') {
    if (performance.now() > until) {
      throw new AppError(
        'conflict',
        'What everybody did is still being counted for this preview. Ask again in a moment.',
      )
    }
    await pause(POLL_MS)
    found = await prepare(context, { ...asked, asOf: found.asOf.toISOString(), again: false })
  }
  if (found.state === 'ready') return found
  if (found.state === 'empty') throw new AppError('invalid', found.message, found.path)
  throw new AppError('conflict', found.message)
}
