import { z } from 'zod'
import { defineQuery } from '@/lib/warehouse/define-query'

/** How many events of an import are in: the truth where a job stopped between a write and its checkpoint. */
export const acceptedOfImport = defineQuery({
  name: 'accepted-of-import',
  params: z.object({ workspace: z.uuid(), import: z.uuid() }),
  row: z.object({ accepted: z.coerce.number() }),
  sql: `
    SELECT count() AS accepted FROM events
    WHERE workspace_id = {workspace:UUID} AND source_id = {import:UUID}`,
})
