import { z } from 'zod'
import { defineQuery } from '@/lib/warehouse/define-query'

/** The identity of each id itself, whoever it is counted as. */
export const publicNames = defineQuery({
  name: 'public-names',
  params: z.object({ workspace: z.uuid(), ids: z.array(z.bigint()) }),
  row: z.object({ id: z.string(), identity: z.string() }),
  sql: `
    SELECT toString(person_id) AS id, any(identity) AS identity FROM identities
    WHERE workspace_id = {workspace:UUID} AND person_id IN {ids:Array(UInt64)}
    GROUP BY person_id`,
})
