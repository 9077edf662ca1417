import { z } from 'zod'
import { defineQuery } from '@/lib/warehouse/define-query'
import { merges } from './merges'

const ofIds = merges('from_id IN {ids:Array(UInt64)}')

/** By id the identity its person is known by, after merges. No row for an id no event ever carried. */
export const publicIdentities = defineQuery({
  name: 'public-identities',
  params: z.object({ workspace: z.uuid(), ids: z.array(z.bigint()) }),
  row: z.object({ id: z.string(), identity: z.string() }),
  sql: `
    SELECT toString(asked.id) AS id, any(known.identity) AS identity
    FROM (
      SELECT each.id AS id, if(merge.from_id = 0, each.id, merge.target) AS person
      FROM (SELECT arrayJoin({ids:Array(UInt64)}) AS id) AS each
      LEFT JOIN (${ofIds}) AS merge ON merge.from_id = each.id
    ) AS asked
    INNER JOIN (
      SELECT person_id, identity FROM identities
      WHERE workspace_id = {workspace:UUID}
        AND (person_id IN {ids:Array(UInt64)} OR person_id IN (SELECT target FROM (${ofIds})))
    ) AS known ON known.person_id = asked.person
    GROUP BY asked.id`,
})
