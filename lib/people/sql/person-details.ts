import { z } from 'zod'
import { defineQuery } from '@/lib/warehouse/define-query'

/** Every id that is counted as the person. */
const params = z.object({ workspace: z.uuid(), ids: z.array(z.bigint()) })
const ofMembers = `workspace_id = {workspace:UUID} AND person_id IN {ids:Array(UInt64)}`

/** The identities behind a person's ids, oldest first. */
export const personIdentities = defineQuery({
  name: 'person-identities',
  params,
  row: z.object({ identity: z.string(), firstSeen: z.coerce.date() }),
  sql: `
    SELECT identity, min(first_seen) AS firstSeen FROM identities
    WHERE ${ofMembers} GROUP BY identity ORDER BY firstSeen, identity`,
})

/** The newest value of every trait, JSON; removed ones are left out. */
export const personTraits = defineQuery({
  name: 'person-traits',
  params,
  row: z.object({ key: z.string(), value: z.string() }),
  sql: `
    SELECT key, argMax(person_traits.value, (set_at, person_traits.value)) AS value FROM person_traits
    WHERE ${ofMembers} GROUP BY key HAVING value != 'null' ORDER BY key`,
})
