import type { ContactDocument } from '@/lib/scoring/contacts/document'
import type { PersonRange } from '@/lib/engagement/sql/person-ranges'
import { foldContacts } from '../../sql/fold/fold-contacts'

/** Everybody of a range, rated under several documents at one instant. */
export type Folds = {
  asOf: Date
  /** Every stored action counts, also one whose clock runs ahead. */
  current: boolean
  hasMerges: boolean
}

type Sql = { sql: string; params: Record<string, unknown> }

/** The same statement with parameters of its own, so that it can stand beside another; the workspace is theirs alike. */
function apart({ sql, params }: Sql, name: string): Sql {
  const { workspace: _, ...own } = params
  const renamed = Object.keys(own).reduce((text, key) => text.replaceAll(`{${key}:`, `{${name}_${key}:`), sql)
  return {
    sql: renamed,
    params: Object.fromEntries(Object.entries(own).map(([key, value]) => [`${name}_${key}`, value])),
  }
}

/**
 * SQL for a row per contact under any of the documents: `person_id`, and of each document by its name `<name>` (the
 * score) and `<name>_stars`, which are 0 for who is no contact under it.
 */
export function foldTogether(
  documents: Readonly<Record<string, ContactDocument>>,
  { asOf, current, hasMerges }: Folds,
  { from, to }: PersonRange,
): Sql {
  const scope = { rangeFrom: from, rangeTo: to }
  const folds = Object.entries(documents).map(([name, document]) => ({
    name,
    ...apart(foldContacts({ document, scope, asOf, current, hasMerges }), name),
  }))
  const rows = folds.map(
    ({ sql }, which) => `SELECT ${which}::UInt8 AS which, person_id, score, stars FROM (${sql})`,
  )
  const columns = folds.map(
    ({ name }, which) =>
      `anyIf(score, which = ${which}) AS ${name}, maxIf(stars, which = ${which}) AS ${name}_stars`,
  )
  return {
    sql: `SELECT person_id, ${columns.join(', ')} FROM (${rows.join(' UNION ALL ')}) GROUP BY person_id`,
    params: Object.assign({}, ...folds.map(({ params }) => params)) as Record<string, unknown>,
  }
}
