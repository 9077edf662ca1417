import { z } from 'zod'
import { defineQuery } from '@/lib/warehouse/define-query'

/** How large a run will be, and whether anybody was merged. `people` are identities, so rather too many. */
export const runFacts = defineQuery({
  name: 'run-facts',
  params: z.object({ workspace: z.uuid() }),
  row: z.object({ events: z.coerce.number(), people: z.coerce.number(), hasMerges: z.boolean() }),
  sql: `
    SELECT
      (SELECT count() FROM events WHERE workspace_id = {workspace:UUID}) AS events,
      (SELECT count() FROM identities WHERE workspace_id = {workspace:UUID}) AS people,
      (
        SELECT count() > 0 FROM person_overrides FINAL
        WHERE workspace_id = {workspace:UUID} AND from_id != to_id
      )::Bool AS hasMerges`,
})
