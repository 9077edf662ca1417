import { z } from 'zod'
import { defineQuery } from '@/lib/warehouse/define-query'

/** What each source has brought in: accepted for ever, refused in the last thirty days. */
export const eventsBySource = defineQuery({
  name: 'events-by-source',
  params: z.object({ workspace: z.uuid() }),
  row: z.object({
    sourceId: z.string(),
    accepted: z.coerce.number(),
    refused: z.coerce.number(),
    lastReceived: z.coerce.date(),
  }),
  sql: `
    SELECT source_id AS sourceId, sum(a) AS accepted, sum(r) AS refused, max(last) AS lastReceived
    FROM (
      SELECT source_id, count() AS a, 0 AS r, max(received_at) AS last
      FROM events WHERE workspace_id = {workspace:UUID} GROUP BY source_id
      UNION ALL
      SELECT source_id, 0 AS a, count() AS r, max(received_at) AS last
      FROM rejected_events
      WHERE workspace_id = {workspace:UUID} AND received_at >= now() - INTERVAL 30 DAY GROUP BY source_id
    )
    GROUP BY sourceId`,
})
