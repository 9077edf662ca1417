import { z } from 'zod'
import { defineQuery } from '@/lib/warehouse/define-query'

/** How many people and events a workspace holds, and when the last event happened and came in. */
export const workspaceCounts = defineQuery({
  name: 'workspace-counts',
  params: z.object({ workspace: z.uuid() }),
  row: z.object({
    events: z.coerce.number(),
    lastEvent: z.coerce.date().nullable(),
    people: z.coerce.number(),
  }),
  sql: `
    SELECT
      (SELECT count() FROM events WHERE workspace_id = {workspace:UUID}) AS events,
      (SELECT maxOrNull(occurred_at) FROM events WHERE workspace_id = {workspace:UUID}) AS lastEvent,
      (
        SELECT uniqExact(person_id) FROM identities
        WHERE workspace_id = {workspace:UUID} AND person_id NOT IN (
          SELECT from_id FROM person_overrides FINAL
          WHERE workspace_id = {workspace:UUID} AND from_id != to_id
        )
      ) AS people`,
})
