import { z } from 'zod'
import { defineQuery } from '@/lib/warehouse/define-query'

/** What people were rated before, by version; stars 0: they are no contact any more. */
export const ratedBefore = defineQuery({
  name: 'rated-before',
  params: z.object({ workspace: z.uuid(), versions: z.array(z.uuid()), persons: z.array(z.bigint()) }),
  row: z.object({ version: z.string(), person: z.string(), score: z.number(), stars: z.int() }),
  sql: `
    SELECT toString(version_id) AS version, toString(person_id) AS person,
      argMax(score, folded_at) AS score, argMax(stars, folded_at) AS stars
    FROM contact_ratings
    WHERE workspace_id = {workspace:UUID} AND version_id IN {versions:Array(UUID)}
      AND person_id IN {persons:Array(UInt64)}
    GROUP BY version_id, person_id`,
})
