import { z } from 'zod'
import { knownModel } from '@/lib/engagement/known'
import type { Context } from '@/lib/server/context'
import { seal, unseal } from '@/lib/server/sealed'
import { auditInWords } from './audit-words'
import { auditOf } from './data'
import type { ModelHistory, listOfModelSchema } from './schema'

const cursorSchema = z.strictObject({ entry: z.uuid() })

/** Who did what with a model, the newest first. */
export async function modelHistory(
  context: Context,
  { id, cursor, limit }: z.output<typeof listOfModelSchema>,
): Promise<ModelHistory> {
  const { kind } = await knownModel(context, id)
  const after = cursor === undefined ? undefined : unseal(cursorSchema, cursor, 'cursor').entry
  const found = await auditOf(context.workspace.id, id, limit + 1, after)
  const items = found.slice(0, limit).map(({ id: entry, at, actor, operation, subject }) => ({
    id: entry,
    at,
    actor,
    operation,
    words: auditInWords(operation, subject, { modelId: id, kind, zone: context.workspace.timeZone }),
  }))
  const last = items.at(-1)
  return { items, nextCursor: last && found.length > limit ? seal({ entry: last.id }) : null }
}
