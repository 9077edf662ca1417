import { z } from 'zod'
import { defineQuery } from '@/lib/warehouse/define-query'
import { holdsEmail } from './holds-email'
import { merges } from './merges'

/** Who may be found by what: `ids` finds only what somebody without `people:unmasked` sees. */
export type SearchScope = 'ids' | 'everything'

/** Traits that say how a person is called. */
export const nameTraits = ['email', 'name', 'firstName', 'lastName'] as const
export const nameTraitList = nameTraits.map((key) => `'${key}'`).join(', ')

const identities = 'SELECT person_id AS id FROM identities WHERE workspace_id = {workspace:UUID}'

/**
 * SQL for: a column contains a text from a place on, whatever its case. Of a text in ASCII alone the engine finds it in
 * half the time when it is told so.
 */
const has = (column: string, text: string, from = '1') => `
  if(length(${text}) = lengthUTF8(${text}),
    positionCaseInsensitive(${column}, ${text}, ${from}), positionCaseInsensitiveUTF8(${column}, ${text}, ${from})) > 0`
const idHas = has('identity', '{search:String}', `position(identity, ':') + 1`)

/**
 * Ids that contain the text, or whose e-mail or name does, whatever its case. For those who see no e-mails nothing that
 * is hidden from them can make a difference.
 */
const matchingIds: Record<SearchScope, string> = {
  ids: `
    ${identities} AND NOT startsWith(identity, 'email:') AND NOT ${holdsEmail('identity')}
      AND ${idHas}`,
  everything: `
    ${identities} AND ${idHas}
    UNION ALL
    SELECT person_id AS id FROM person_traits
    WHERE workspace_id = {workspace:UUID} AND key IN (${nameTraitList})
      AND ${has('value', '{searchJson:String}')}`,
}

/** SQL for the people that these ids are counted as: a former e-mail finds its person. */
export const matchingPeople = (scope: SearchScope) => `
  SELECT if(moves.to_id = 0, matching.id, moves.to_id) AS person
  FROM (${matchingIds[scope]}) AS matching
  LEFT JOIN (SELECT from_id, to_id FROM person_overrides FINAL WHERE workspace_id = {workspace:UUID}) AS moves
    ON moves.from_id = matching.id`

/** The first of these ids, in no order. Of a text that many match it reads only a part. */
export const someMatching = (scope: SearchScope) =>
  defineQuery({
    name: 'some-matching',
    params: z.object({ workspace: z.uuid(), search: z.string(), searchJson: z.string(), limit: z.int() }),
    row: z.object({ id: z.string() }),
    sql: `SELECT DISTINCT toString(id) AS id FROM (${matchingIds[scope]}) LIMIT {limit:UInt32}`,
  })

/** Whom ids are counted as that are not people of their own. */
export const countedAs = defineQuery({
  name: 'counted-as',
  params: z.object({ workspace: z.uuid(), ids: z.array(z.bigint()) }),
  row: z.object({ person: z.string() }),
  sql: `SELECT DISTINCT toString(target) AS person FROM (${merges('from_id IN {ids:Array(UInt64)}')})`,
})
