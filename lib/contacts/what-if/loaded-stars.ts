import { workspaceTimes } from '@/lib/engagement/data'
import { observedUntil } from '@/lib/engagement/observed-until'
import type { ContactDocument } from '@/lib/scoring/contacts/document'
import {
  type EvaluatedStars,
  compileStarsWhatIf,
  liveStars,
} from '@/lib/scoring/contacts/what-if/compile-stars-what-if'
import { type LiveStars, type StarColumns, mappingKey } from '@/lib/scoring/contacts/what-if/star-columns'
import type { Context } from '@/lib/server/context'
import { AppError } from '@/lib/server/errors'
import { eventsCameAt } from '@/lib/what-if/data'
import { remembered } from '@/lib/what-if/memory'
import type { RatedBy } from '../contact-models'
import { columnsOfRows, peopleOfRows } from './columns-of-rows'
import { hasMergesIn } from './has-merges'
import { maxActionsInBrowser } from './schema'
import { type Mapping, mappingOf } from './sql/action-codes'
import { readKnownSince, readStoredActions } from './sql/stored-actions'

/** Everybody's actions in memory, and who they are: internal ids, ascending, by contact. */
export type LoadedStars = {
  people: BigUint64Array
  columns: StarColumns
  live: (LiveStars & { version: number }) | null
  evaluate: (document: ContactDocument) => EvaluatedStars
}

/** A stream of events has everybody read again this often, and a quiet workspace that often. */
const STREAM_MS = 10_000
const QUIET_MS = 60_000

/** Rows take about so many bytes, with what evaluating keeps of them. */
const BYTES_A_ROW = 60

type Asked = { drafted: Mapping; rated: RatedBy | null }

async function load({ workspace, now }: Context, { drafted, rated }: Asked): Promise<LoadedStars> {
  const live = rated ? mappingOf(rated.document) : drafted
  const asked = { workspace: workspace.id, hasMerges: await hasMergesIn(workspace.id) }
  const asOf = observedUntil(await workspaceTimes(workspace.id), now).getTime()
  const most = 2 * maxActionsInBrowser + 1
  const [stored, known] = await Promise.all([
    readStoredActions(asked, { drafted, live }, most),
    readKnownSince(asked, [drafted, live]),
  ])
  if (stored.rows >= most)
    throw new AppError('too_large', `Over ${maxActionsInBrowser} actions are previewed by the warehouse.`)
  const people = peopleOfRows(stored)
  const columns = await columnsOfRows(stored, stored.drafted, known, asOf)
  if (!rated) return { people, columns, live: null, evaluate: compileStarsWhatIf(columns) }
  const isSame = stored.live.every((code, row) => code === stored.drafted[row])
  const before = isSame ? columns : await columnsOfRows(stored, stored.live, known, asOf)
  const compared = { version: rated.version, ...liveStars(before, rated.document) }
  return { people, columns, live: compared, evaluate: compileStarsWhatIf(columns, compared) }
}

/**
 * Everybody's actions under a mapping, and the live scores in the same rows; at most a minute old, which their `asOf`
 * tells. Throws AppError `too_large` above what is held in memory.
 */
export async function loadedStars(context: Context, asked: Asked): Promise<LoadedStars> {
  const { workspace, now } = context
  const came = (await eventsCameAt(workspace.id))?.getTime() ?? 0
  const drafted = JSON.stringify([...asked.drafted].sort(([a], [b]) => (a < b ? -1 : 1)))
  const live = asked.rated && `${asked.rated.versionId} ${mappingKey(asked.rated.document)}`
  const age = `${Math.floor(came / STREAM_MS)} ${Math.floor(now.getTime() / QUIET_MS)}`
  return remembered(
    `stars ${workspace.id} ${drafted} ${live} ${age}`,
    ({ columns }: LoadedStars) => columns.at.length * BYTES_A_ROW + columns.size * 30,
    () => load(context, asked),
  )
}
