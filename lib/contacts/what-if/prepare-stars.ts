import type { z } from 'zod'
import { workspaceTimes } from '@/lib/engagement/data'
import { observedUntil } from '@/lib/engagement/observed-until'
import { runFacts } from '@/lib/engagement/sql/run-facts'
import { liveStars } from '@/lib/scoring/contacts/what-if/compile-stars-what-if'
import { type SentAction, sentActions } from '@/lib/scoring/contacts/grammar/action-names'
import type { Context } from '@/lib/server/context'
import { AppError } from '@/lib/server/errors'
import { ratedBy } from '../contact-models'
import { askedContactDocument, contactModel } from './asked-contact-document'
import { columnsOfRows } from './columns-of-rows'
import {
  type PreparedStars,
  type prepareStarsSchema,
  type starColumnsSchema,
  maxActionsInBrowser,
} from './schema'
import { type Mapping, mappingOf } from './sql/action-codes'
import { countActions, readKnownSince, readStoredActions } from './sql/stored-actions'
import { encodeStars } from './star-columns-format'

export async function hasMergesIn(workspace: string): Promise<boolean> {
  const [facts] = await runFacts({ workspace })
  return facts?.hasMerges ?? false
}

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
  const { workspace, now } = context
  await contactModel(context, id)
  const drafted = givenMapping(pairs)
  const rated = await ratedBy(workspace.id, id, now)
  const mappings = { drafted, live: rated ? mappingOf(rated.document) : drafted }
  const asked = { workspace: workspace.id, hasMerges: await hasMergesIn(workspace.id) }
  const asOf = observedUntil(await workspaceTimes(workspace.id), now).getTime()
  const most = 2 * maxActionsInBrowser + 1
  const [stored, known] = await Promise.all([
    readStoredActions(asked, mappings, most),
    readKnownSince(asked, [mappings.drafted, mappings.live]),
  ])
  if (stored.rows >= most)
    throw new AppError('too_large', `Over ${maxActionsInBrowser} actions are previewed on the server.`)
  const columns = await columnsOfRows(stored, stored.drafted, known, asOf)
  if (!rated) return { encode: () => encodeStars({ columns, live: null }) }
  const before = await columnsOfRows(stored, stored.live, known, asOf)
  const live = { version: rated.version, ...liveStars(before, rated.document) }
  return { encode: () => encodeStars({ columns, live }) }
}
