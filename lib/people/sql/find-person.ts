import { z } from 'zod'
import { defineQuery } from '@/lib/warehouse/define-query'
import { merges } from './merges'

/** The person that an identity is counted as. No row for an identity no event ever carried. */
export const findPerson = defineQuery({
  name: 'find-person',
  params: z.object({ workspace: z.uuid(), identities: z.array(z.string()) }),
  row: z.object({ identity: z.string(), person: z.string() }),
  sql: `
    SELECT known.identity AS identity, toString(if(merge.from_id = known.person_id, merge.target, known.person_id)) AS person
    FROM (
      SELECT DISTINCT identity, person_id FROM identities
      WHERE workspace_id = {workspace:UUID} AND identity IN {identities:Array(String)}
        AND person_id IN (SELECT arrayJoin(arrayMap(x -> xxHash64(x), {identities:Array(String)})))
    ) AS known
    LEFT JOIN (${merges('from_id IN (SELECT arrayJoin(arrayMap(x -> xxHash64(x), {identities:Array(String)})))')}) AS merge
      ON merge.from_id = known.person_id`,
})
