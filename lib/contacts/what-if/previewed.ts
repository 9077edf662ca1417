import { workspaceTimes } from '@/lib/engagement/data'
import { instantOf } from '@/lib/engagement/instants'
import { observedUntil } from '@/lib/engagement/observed-until'
import { type PersonRange, personRanges } from '@/lib/engagement/sql/person-ranges'
import type { ContactDocument } from '@/lib/scoring/contacts/document'
import type { Context } from '@/lib/server/context'
import { AppError } from '@/lib/server/errors'
import { type RatedBy, ratedBy } from '../contact-models'
import { askedContactDocument, contactModel } from './asked-contact-document'
import { hasMergesIn } from './has-merges'
import { maxActionsInBrowser } from './schema'
import type { Folds } from './sql/folds'
import { mappingOf } from './sql/action-codes'
import { countActions } from './sql/stored-actions'

export type Asked = { id: string; document?: unknown; change?: unknown; asOf?: string }

/** What is previewed, and whom on. */
export type Previewed = {
  document: ContactDocument
  live: RatedBy | null
  /** Few enough, and as they are now: held in memory rather than asked of the warehouse. */
  inMemory: boolean
  folds: Folds
  ranges: readonly PersonRange[]
}

function askedInstant({ workspace, now }: Context, text: string): Date {
  const asOf = instantOf(text, workspace.timeZone)
  if (asOf > now) throw new AppError('invalid', 'A preview cannot be in the future.', ['asOf'])
  if (asOf.getTime() < 0) throw new AppError('invalid', 'A preview cannot be before 1970.', ['asOf'])
  return asOf
}

/** Throws AppError `not_found`, `invalid` with the path in the document or the input. */
export async function previewed(context: Context, asked: Asked): Promise<Previewed> {
  const { workspace, now } = context
  const document = askedContactDocument((await contactModel(context, asked.id)).draft, asked)
  const given = asked.asOf === undefined ? null : askedInstant(context, asked.asOf)
  const hasMerges = await hasMergesIn(workspace.id)
  const [live, times, { actions }] = await Promise.all([
    ratedBy(workspace.id, asked.id, now),
    workspaceTimes(workspace.id),
    countActions({ workspace: workspace.id, hasMerges }, mappingOf(document)),
  ])
  return {
    document,
    live,
    inMemory: given === null && actions <= maxActionsInBrowser,
    folds: { asOf: given ?? observedUntil(times, now), current: given === null, hasMerges },
    ranges: personRanges(actions),
  }
}
