import { z } from 'zod'
import { defineQuery } from '@/lib/warehouse/define-query'
import { nameTraitList } from './matching-people'
import { peopleMembers } from './people-members'

const ofMembers = `workspace_id = {workspace:UUID} AND person_id IN (SELECT id FROM (${peopleMembers}))`

/**
 * Who the people of a page are, the newest fact of each kind: `identity` (their own), `address` (an e-mail identity),
 * `account`, and `trait:<key>` (JSON) for what they are called. Rows of merged ids count for whom they are now.
 */
export const peopleFacts = defineQuery({
  name: 'people-facts',
  params: z.object({ workspace: z.uuid(), ids: z.array(z.bigint()) }),
  row: z.object({ person: z.string(), what: z.string(), value: z.string() }),
  sql: `
    SELECT toString(member.person) AS person, fact.what AS what, fact.value AS value
    FROM (
      SELECT person_id AS id, if(person_id IN {ids:Array(UInt64)}, 'identity', 'address') AS what, identity AS value,
        first_seen AS at
      FROM identities
      WHERE ${ofMembers} AND (person_id IN {ids:Array(UInt64)} OR startsWith(identity, 'email:'))
      UNION ALL
      SELECT person_id AS id, concat('trait:', key) AS what, value, set_at AS at FROM person_traits
      WHERE ${ofMembers} AND key IN (${nameTraitList})
      UNION ALL
      SELECT person_id AS id, 'account' AS what, account_id AS value, joined_at AS at FROM person_accounts
      WHERE ${ofMembers}
    ) AS fact
    INNER JOIN (${peopleMembers}) AS member ON member.id = fact.id
    ORDER BY member.person, what, fact.at DESC, value DESC
    LIMIT 1 BY person, what`,
})
