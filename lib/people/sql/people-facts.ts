import { z } from 'zod'
import { defineQuery } from '@/lib/warehouse/define-query'
import { nameTraitList } from './matching-people'

const ofThem = 'workspace_id = {workspace:UUID} AND person_id IN {ids:Array(UInt64)}'

/**
 * What is known of identities by their ids, the newest fact of each kind: `identity` (but of anonymous ids only
 * when they are in `own`), `account`, and `trait:<key>` (JSON) for what people are called.
 */
export const peopleFacts = defineQuery({
  name: 'people-facts',
  params: z.object({ workspace: z.uuid(), ids: z.array(z.bigint()), own: z.array(z.bigint()) }),
  row: z.object({ id: z.string(), what: z.string(), value: z.string(), at: z.coerce.date() }),
  sql: `
    SELECT toString(person_id) AS id, what, value, at
    FROM (
      SELECT person_id, 'identity' AS what, identity AS value, first_seen AS at FROM identities
      WHERE ${ofThem} AND (startsWith(identity, 'email:') OR person_id IN {own:Array(UInt64)})
      UNION ALL
      SELECT person_id, concat('trait:', key) AS what, value, set_at AS at FROM person_traits
      WHERE ${ofThem} AND key IN (${nameTraitList})
      UNION ALL
      SELECT person_id, 'account' AS what, account_id AS value, joined_at AS at FROM person_accounts
      WHERE ${ofThem}
    )
    ORDER BY person_id, what, at DESC, value DESC
    LIMIT 1 BY person_id, what`,
})

export type Fact = Awaited<ReturnType<typeof peopleFacts>>[number]
