import { z } from 'zod'
import { defineQuery } from '@/lib/warehouse/define-query'

/** Contacts by version and number of stars, as they are now. */
export const starCounts = defineQuery({
  name: 'models-star-counts',
  params: z.object({ workspace: z.uuid(), versions: z.array(z.uuid()) }),
  row: z.object({ version: z.uuid(), stars: z.int(), contacts: z.coerce.number() }),
  sql: `
    SELECT version_id AS version, stars, count() AS contacts
    FROM contact_ratings FINAL
    WHERE workspace_id = {workspace:UUID} AND version_id IN {versions:Array(UUID)} AND stars > 0
    GROUP BY version_id, stars
    SETTINGS do_not_merge_across_partitions_select_final = 1`,
})
