import type { z } from 'zod'
import { queueRebuild } from '@/lib/contacts/current/publish-contact'
import { modelInUse } from '@/lib/engagement/known'
import type { startRunSchema } from '@/lib/engagement/schema'
import { startRuns as scorePeople } from '@/lib/engagement/start-runs'
import type { Context } from '@/lib/server/context'
import { AppError } from '@/lib/server/errors'

type Asked = z.output<typeof startRunSchema>

/** What only makes sense where scores are of an instant. */
const ofInstants = ['asOf', 'from', 'to', 'every'] as const

function refuseInstants(asked: Asked): void {
  const field = ofInstants.find((one) => asked[one] !== undefined)
  if (!field) return
  const reason = 'stars of contacts are always of now, so there is no instant to score them at'
  throw new AppError('invalid', `${field}: ${reason}. Leave it out.`, [field])
}

/**
 * Queues the runs asked for; returns their ids, oldest point first. Of a contact model all stars are made again under
 * its newest version: throws AppError `invalid` where an instant or another version is asked for.
 */
export async function startRuns(context: Context, asked: Asked): Promise<readonly string[]> {
  const { kind, versions } = await modelInUse(context, asked.id)
  if (kind !== 'contact') return scorePeople(context, asked)
  refuseInstants(asked)
  const newest = versions[0]?.number
  if (newest !== undefined && asked.version !== undefined && asked.version !== newest) {
    const message = `version: contacts are rated by the newest version, ${newest}, alone.`
    throw new AppError('invalid', message, ['version'])
  }
  return [await queueRebuild(context.workspace.id, asked.id, context.now)]
}
