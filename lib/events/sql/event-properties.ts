import { z } from 'zod'
import { eventKinds } from '@/lib/ingest/canonical-event'
import { defineQuery } from '@/lib/warehouse/define-query'

/** Which properties the events of a name have carried. */
export const eventProperties = defineQuery({
  name: 'event-properties',
  params: z.object({ workspace: z.uuid() }),
  row: z.object({ kind: z.enum(eventKinds), name: z.string(), properties: z.array(z.string()) }),
  sql: `
    SELECT kind, name, arraySort(groupUniqArray(property)) AS properties
    FROM event_properties WHERE workspace_id = {workspace:UUID}
    GROUP BY kind, name`,
})
