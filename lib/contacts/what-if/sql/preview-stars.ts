import { z } from 'zod'
import type { PersonRange } from '@/lib/engagement/sql/person-ranges'
import type { ContactDocument } from '@/lib/scoring/contacts/document'
import { STAR_BIN, STAR_BINS } from '@/lib/scoring/contacts/what-if/star-summary'
import { defineQuery } from '@/lib/warehouse/define-query'
import { type Folds, foldTogether } from './folds'

const counts = z.record(z.string(), z.coerce.number())

const mover = z
  .tuple([
    z.coerce.number(),
    z.string(),
    z.coerce.number(),
    z.coerce.number(),
    z.coerce.number(),
    z.coerce.number(),
  ])
  .transform(([, person, before, after, starsBefore, starsAfter]) => ({
    ...{ person, before, after, starsBefore, starsAfter },
  }))
export type MovedContact = z.output<typeof mover>

const row = z.object({
  /** By stars under the first × 6 + stars under the second; 0 stars is no contact. */
  livePairs: counts,
  orderPairs: counts,
  draftBins: counts,
  liveBins: counts,
  otherBins: counts,
  up: z.array(mover),
  down: z.array(mover),
})
export type RangePreview = z.output<typeof row>

/** Two orders of summation: no move. */
const LAST_BITS = 1e-9

const tally = (key: string, where = '1') => `sumMapIf(map(toUInt8(${key}), toUInt64(1)), ${where})`
const binOf = (name: string) =>
  tally(`least(${STAR_BINS - 1}, floor(${name} / ${STAR_BIN}))`, `${name}_stars > 0`)

const moved = (sign: 1 | -1, limit: number) => `
  groupArraySortedIf(${limit})(
    tuple(${-sign} * (draft - live), toString(person_id), live, draft, live_stars, draft_stars),
    live_stars > 0 AND draft_stars > 0 AND ${sign} * (draft - live) > ${LAST_BITS})`

export type PreviewedDocuments = {
  draft: ContactDocument
  /** What it is compared with; without one, the draft itself. */
  live: ContactDocument
  /** The draft in the other order. */
  other: ContactDocument
}

/** How many contacts of a range have how many stars under each document, who changes them, and who moves most. */
export async function previewRange(
  workspace: string,
  documents: PreviewedDocuments,
  folds: Folds,
  range: PersonRange,
  movers: number,
): Promise<RangePreview> {
  const limit = Math.max(1, Math.floor(movers))
  const { sql, params } = foldTogether(documents, folds, range)
  const [found] = await defineQuery({
    name: 'preview-stars',
    params: z.record(z.string(), z.unknown()),
    row,
    sql: `
      SELECT ${tally('live_stars * 6 + draft_stars')} AS livePairs, ${tally('draft_stars * 6 + other_stars')} AS orderPairs,
        ${binOf('draft')} AS draftBins, ${binOf('live')} AS liveBins, ${binOf('other')} AS otherBins,
        ${moved(1, limit)} AS up, ${moved(-1, limit)} AS down
      FROM (${sql})`,
  })({ ...params, workspace })
  return (
    found ?? { livePairs: {}, orderPairs: {}, draftBins: {}, liveBins: {}, otherBins: {}, up: [], down: [] }
  )
}

const changedRow = z.object({
  person: z.string(),
  before: z.coerce.number(),
  after: z.coerce.number(),
  starsBefore: z.coerce.number(),
  starsAfter: z.coerce.number(),
})

/** The contacts of both whose stars change, in no order. */
export async function changedInRange(
  workspace: string,
  documents: Pick<PreviewedDocuments, 'draft' | 'live'>,
  folds: Folds,
  range: PersonRange,
  direction: 'up' | 'down' | 'both',
): Promise<MovedContact[]> {
  const { sql, params } = foldTogether(documents, folds, range)
  const way = {
    up: 'draft_stars > live_stars',
    down: 'draft_stars < live_stars',
    both: 'draft_stars != live_stars',
  }
  return defineQuery({
    name: 'changed-stars',
    params: z.record(z.string(), z.unknown()),
    row: changedRow,
    sql: `
      SELECT toString(person_id) AS person, live AS before, draft AS after,
        live_stars AS starsBefore, draft_stars AS starsAfter
      FROM (${sql}) WHERE live_stars > 0 AND draft_stars > 0 AND ${way[direction]}`,
  })({ ...params, workspace })
}
