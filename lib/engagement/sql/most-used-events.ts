import { z } from 'zod'
import { activityKinds } from '@/lib/ingest/canonical-event'
import { defineQuery } from '@/lib/warehouse/define-query'

const kinds = activityKinds.map((kind) => `'${kind}'`).join(', ')

/** The activity events of `[since, until)`: how many people did each, how often; `everybody` did any of them. */
export const mostUsedEvents = defineQuery({
  name: 'most-used-events',
  params: z.object({ workspace: z.uuid(), since: z.date(), until: z.date() }),
  row: z.object({
    name: z.string(),
    people: z.coerce.number(),
    volume: z.coerce.number(),
    everybody: z.coerce.number(),
  }),
  sql: `
    SELECT name, uniqExact(person_id) AS people, count() AS volume,
      (
        SELECT uniqExact(person_id) FROM events
        WHERE workspace_id = {workspace:UUID} AND person_id != 0 AND kind IN (${kinds})
          AND occurred_at >= {since:DateTime64(3, 'UTC')} AND occurred_at < {until:DateTime64(3, 'UTC')}
      ) AS everybody
    FROM events
    WHERE workspace_id = {workspace:UUID} AND person_id != 0 AND kind IN (${kinds})
      AND occurred_at >= {since:DateTime64(3, 'UTC')} AND occurred_at < {until:DateTime64(3, 'UTC')}
    GROUP BY name
    ORDER BY people DESC, volume DESC, name
    LIMIT 100`,
})
