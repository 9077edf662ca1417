import { z } from 'zod'
import { activityKinds } from '@/lib/ingest/canonical-event'
import { defineQuery } from '@/lib/warehouse/define-query'

const kinds = activityKinds.map((kind) => `'${kind}'`).join(', ')

/** When ids were last active, from their events: for people whom no snapshot knows yet. */
export const lastActivity = defineQuery({
  name: 'last-activity',
  params: z.object({ workspace: z.uuid(), ids: z.array(z.bigint()) }),
  row: z.object({ id: z.string(), at: z.coerce.date() }),
  sql: `
    SELECT toString(person_id) AS id, max(occurred_at) AS at
    FROM events
    WHERE workspace_id = {workspace:UUID} AND kind IN (${kinds}) AND person_id IN {ids:Array(UInt64)}
    GROUP BY person_id`,
})
