import { holdsEmail, idOf } from './holds-email'
import { merges } from './merges'

/** Who may be found by what: `ids` finds only what somebody without `people:unmasked` sees. */
export type SearchScope = 'ids' | 'everything'

/** Traits that say how a person is called. */
export const nameTraits = ['email', 'name', 'firstName', 'lastName'] as const
export const nameTraitList = nameTraits.map((key) => `'${key}'`).join(', ')

const identities = 'SELECT person_id AS id FROM identities WHERE workspace_id = {workspace:UUID}'
const has = (text: string) => `positionCaseInsensitiveUTF8(${text}, {search:String}) > 0`

const rows: Record<SearchScope, string> = {
  ids: `
    ${identities} AND NOT startsWith(identity, 'email:') AND NOT ${holdsEmail('identity')}
      AND ${has(idOf('identity'))}`,
  everything: `
    ${identities} AND ${has(idOf('identity'))}
    UNION ALL
    SELECT person_id AS id FROM person_traits
    WHERE workspace_id = {workspace:UUID} AND key IN (${nameTraitList})
      AND positionCaseInsensitiveUTF8(value, {searchJson:String}) > 0`,
}

/**
 * Ids, resolved and not, of the people whose id, e-mail or name contains the text, whatever its case. A former e-mail
 * finds its person too. For those who see no e-mails nothing that is hidden from them can make a difference.
 */
export const matchingPeople = (scope: SearchScope) => `
  SELECT id FROM (${rows[scope]})
  UNION ALL
  SELECT target AS id FROM (${merges(`from_id IN (SELECT id FROM (${rows[scope]}))`)})`
