import { z } from 'zod'
import { defineQuery } from '@/lib/warehouse/define-query'

/** The ids that are counted as one of these people, without their own, and since when. */
export const peopleMembers = defineQuery({
  name: 'people-members',
  params: z.object({ workspace: z.uuid(), ids: z.array(z.bigint()) }),
  row: z.object({ id: z.string(), person: z.string(), since: z.coerce.date() }),
  sql: `
    SELECT toString(from_id) AS id, toString(argMax(to_id, updated_at) AS target) AS person,
      max(updated_at) AS since
    FROM person_overrides
    WHERE workspace_id = {workspace:UUID} AND from_id IN (
      SELECT from_id FROM person_overrides WHERE workspace_id = {workspace:UUID} AND to_id IN {ids:Array(UInt64)})
    GROUP BY from_id
    HAVING target IN {ids:Array(UInt64)} AND target != from_id`,
})
