import { z } from 'zod'
import { activityKinds } from '@/lib/ingest/canonical-event'
import { defineQuery } from '@/lib/warehouse/define-query'

/** When anybody of a workspace was first active; no row where nobody was. */
export const firstActivity = defineQuery({
  name: 'first-activity',
  params: z.object({ workspace: z.uuid() }),
  row: z.object({ at: z.coerce.date() }),
  sql: `
    SELECT min(occurred_at) AS at FROM events
    WHERE workspace_id = {workspace:UUID} AND person_id != 0
      AND kind IN (${activityKinds.map((kind) => `'${kind}'`).join(', ')})
    HAVING count() > 0`,
})
