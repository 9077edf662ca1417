import { z } from 'zod'
import { defineQuery } from '@/lib/warehouse/define-query'

/** How large a rebuild will be, and when the first action was. */
export const contactFacts = defineQuery({
  name: 'contact-facts',
  params: z.object({ workspace: z.uuid(), mapped: z.array(z.string()) }),
  row: z.object({
    actions: z.coerce.number(),
    first: z.coerce
      .number()
      .nullable()
      .transform((ms) => (ms === null ? null : new Date(ms))),
  }),
  sql: `
    SELECT count() AS actions, if(count() = 0, NULL, toUnixTimestamp64Milli(min(occurred_at))) AS first
    FROM events
    WHERE workspace_id = {workspace:UUID} AND person_id != 0
      AND (kind = 'action' OR (kind = 'track' AND name IN {mapped:Array(String)}))`,
})
