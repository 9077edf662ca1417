import type { z } from 'zod'
import { workspaceTimes } from '@/lib/engagement/data'
import { observedUntil } from '@/lib/engagement/observed-until'
import { type SentAction, sentActions } from '@/lib/scoring/contacts/grammar/action-names'
import type { Context } from '@/lib/server/context'
import { AppError } from '@/lib/server/errors'
import { ratedBy } from '../contact-models'
import { askedContactDocument, contactModel } from './asked-contact-document'
import { hasMergesIn } from './has-merges'
import { loadedStars } from './loaded-stars'
import {
  type PreparedStars,
  type prepareStarsSchema,
  type starColumnsSchema,
  maxActionsInBrowser,
} from './schema'
import { type Mapping, mappingOf } from './sql/action-codes'
import { countActions } from './sql/stored-actions'
import { encodeStars } from './star-columns-format'

/**
 * What a preview of a contact model is made from. Throws AppError `not_found`, and `invalid` with the path in the
 * document.
 */
export async function preparedStars(
  context: Context,
  { id, document: asked }: z.output<typeof prepareStarsSchema>,
): Promise<PreparedStars> {
  const { workspace, now } = context
  const model = await contactModel(context, id)
  const document = askedContactDocument(model.draft, { document: asked })
  const hasMerges = await hasMergesIn(workspace.id)
  const [counted, times, live] = await Promise.all([
    countActions({ workspace: workspace.id, hasMerges }, mappingOf(document)),
    workspaceTimes(workspace.id),
    ratedBy(workspace.id, id, now),
  ])
  return {
    asOf: observedUntil(times, now),
    ...counted,
    inBrowser: counted.actions <= maxActionsInBrowser,
    live: live && { version: live.version },
  }
}

/** Throws AppError `invalid` where an event is mapped to what is no action. */
function givenMapping(pairs: readonly (readonly [string, string])[]): Mapping {
  const known = new Set<string>(sentActions)
  const wrong = pairs.find(([, action]) => !known.has(action))
  if (wrong) throw new AppError('invalid', `"${wrong[1]}" is no action.`, ['mapping'])
  return new Map(pairs.map(([event, action]) => [event, action as SentAction]))
}

/**
 * Everybody's actions under a mapping for the browser, and the live scores in the same rows. `encode` makes the bytes:
 * see star-columns-format. Throws AppError `not_found`, or `too_large` above what a browser is given.
 */
export async function starColumnsOf(
  context: Context,
  { id, mapping: pairs }: z.output<typeof starColumnsSchema>,
): Promise<{ encode: () => Uint8Array<ArrayBuffer> }> {
  await contactModel(context, id)
  const drafted = givenMapping(pairs)
  const rated = await ratedBy(context.workspace.id, id, context.now)
  const { columns, live } = await loadedStars(context, { drafted, rated })
  return { encode: () => encodeStars({ columns, live }) }
}
