import { z } from 'zod'
import { defineQuery } from '@/lib/warehouse/define-query'
import { peopleMembers } from './people-members'

/** Under which id a snapshot knows the person: their own, else the first of those merged into it since. */
export const snapshotRow = defineQuery({
  name: 'snapshot-row',
  params: z.object({ workspace: z.uuid(), run: z.uuid(), ids: z.array(z.bigint()) }),
  row: z.object({ rowId: z.string() }),
  sql: `
    SELECT toString(person_id) AS rowId FROM scores
    WHERE workspace_id = {workspace:UUID} AND run_id = {run:UUID}
      AND person_id IN (SELECT id FROM (${peopleMembers}))
    ORDER BY person_id NOT IN {ids:Array(UInt64)}, person_id
    LIMIT 1`,
})
