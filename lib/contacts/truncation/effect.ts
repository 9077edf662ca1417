import { workspaceTimes } from '@/lib/engagement/data'
import { instantOf } from '@/lib/engagement/instants'
import { observedUntil } from '@/lib/engagement/observed-until'
import { type PersonRange, personRanges } from '@/lib/engagement/sql/person-ranges'
import type { ContactDocument } from '@/lib/scoring/contacts/document'
import { truncationBound } from '@/lib/scoring/contacts/truncation-bound'
import {
  type TruncatedStars,
  togetherTruncated,
  truncatedStars,
} from '@/lib/scoring/contacts/what-if/truncated-stars'
import type { Context } from '@/lib/server/context'
import { AppError } from '@/lib/server/errors'
import { sameRows } from '@/lib/what-if/same-rows'
import { shownVersion } from '../contact-models'
import { contactDocumentOf, listPublishedContactModels } from '../data'
import { columnsOfRows } from '../what-if/columns-of-rows'
import { hasMergesIn } from '../what-if/has-merges'
import { mappingOf } from '../what-if/sql/action-codes'
import { countActions, readKnownSince, readStoredActions } from '../what-if/sql/stored-actions'
import { cutRows } from './cut-rows'
import type { Effect, EffectOfModel } from './schema'

type Of = { workspace: string; hasMerges: boolean; asOf: number; before: number }

/** More than a range of people has. */
const ROWS_A_RANGE = 20_000_000

async function effectOnRange(
  { workspace, hasMerges, asOf, before }: Of,
  document: ContactDocument,
  range: PersonRange,
): Promise<{ effect: TruncatedStars; dropped: number; actions: number }> {
  const mapping = mappingOf(document)
  const asked = { workspace, hasMerges, range }
  const [stored, known] = await Promise.all([
    readStoredActions(asked, { drafted: mapping, live: mapping }, ROWS_A_RANGE),
    readKnownSince(asked, [mapping]),
  ])
  const rowsOfKnown = sameRows(stored.people, known.people)
  const knownSince = (row: number) => known.since[rowsOfKnown[row] ?? -1] ?? Infinity
  const cut = cutRows({ stored, codes: stored.drafted, knownSince }, before)
  const full = await columnsOfRows(stored, stored.drafted, known, asOf)
  const rest = await columnsOfRows(cut.stored, cut.codes, known, asOf)
  const actions = stored.own.reduce((sum, own) => sum + own, 0)
  return { effect: truncatedStars(full, rest, document), dropped: cut.dropped, actions }
}

/** Why no rank bounds what dropping can do, or null where one does. */
function noBound({ clock, gravity }: ContactDocument, fewestKept: number | null): string | null {
  if (clock.type === 'time')
    return 'No rank bounds it under the time clock: an action ages whatever follows it.'
  if (gravity <= 1) return 'Nothing bounds it at a gravity of 1 or less: old actions never add up to an end.'
  if (fewestKept === 0) return 'Nothing bounds it for contacts who keep no counted action.'
  return null
}

function effectOfModel(
  { id, name, version }: { id: string; name: string; version: number },
  document: ContactDocument,
  { change, fewestKept, ...effect }: TruncatedStars,
): EffectOfModel {
  const why = noBound(document, fewestKept)
  return {
    model: { id, name },
    version,
    ...effect,
    matrix: change.matrix.map((row) => [...row]),
    fewestKept,
    bound: fewestKept === null || why ? null : truncationBound(document, fewestKept),
    noBound: why,
  }
}

/**
 * What dropping the actions before a local day does to everybody under every contact model in use, exactly, and what it
 * can do from then on. Nothing is dropped. Throws AppError `invalid` for a day that is not in the past, `conflict` where
 * no contact model is published.
 */
export async function effectOfTruncation(context: Context, day: string): Promise<Effect> {
  const { workspace, now } = context
  const before = instantOf(day, workspace.timeZone)
  const asOf = observedUntil(await workspaceTimes(workspace.id), now)
  if (before.getTime() <= 0) throw new AppError('invalid', 'Give a day after 1970-01-01.', ['before'])
  if (before >= asOf)
    throw new AppError('invalid', 'Give a day before the newest that is observed.', ['before'])
  const models = (await listPublishedContactModels(workspace.id)).flatMap((model) => {
    const version = shownVersion(model)
    return version ? [{ id: model.id, name: model.name, version }] : []
  })
  if (models.length === 0)
    throw new AppError('conflict', 'No contact model is published yet: nothing can be compared.')

  const hasMerges = await hasMergesIn(workspace.id)
  const of = { workspace: workspace.id, hasMerges, asOf: asOf.getTime(), before: before.getTime() }
  const effects: EffectOfModel[] = []
  let [dropped, actions] = [0, 0]
  for (const { id, name, version } of models) {
    const document = contactDocumentOf(version)
    const facts = await countActions({ workspace: workspace.id, hasMerges }, mappingOf(document))
    const parts: Awaited<ReturnType<typeof effectOnRange>>[] = []
    for (const range of personRanges(facts.actions)) parts.push(await effectOnRange(of, document, range))
    const effect = parts.map((part) => part.effect).reduce(togetherTruncated)
    effects.push(effectOfModel({ id, name, version: version.number }, document, effect))
    dropped = parts.reduce((sum, part) => sum + part.dropped, 0)
    actions = parts.reduce((sum, part) => sum + part.actions, 0)
  }
  return { before, asOf, actions, dropped, models: effects }
}
