import { z } from 'zod'
import { defineQuery } from '@/lib/warehouse/define-query'

/** Every time that one of these ids was taken out of another person, or another id out of it. */
export const separations = defineQuery({
  name: 'separations',
  params: z.object({ workspace: z.uuid(), ids: z.array(z.bigint()) }),
  row: z.object({ from: z.string(), to: z.string(), at: z.coerce.date() }),
  sql: `
    SELECT DISTINCT toString(from_id) AS from, toString(to_id) AS to, changed_at AS at FROM identity_changes
    WHERE workspace_id = {workspace:UUID} AND kind = 'separate'
      AND (from_id IN {ids:Array(UInt64)} OR to_id IN {ids:Array(UInt64)})
    ORDER BY at DESC, from_id`,
})
