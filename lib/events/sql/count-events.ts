import { z } from 'zod'
import { defineQuery } from '@/lib/warehouse/define-query'

/** How many events a workspace has: answered from the index, in milliseconds. */
export const countEvents = defineQuery({
  name: 'count-events',
  params: z.object({ workspace: z.uuid() }),
  row: z.object({ events: z.coerce.number() }),
  sql: 'SELECT count() AS events FROM events WHERE workspace_id = {workspace:UUID}',
})
