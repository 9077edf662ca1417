import { z } from 'zod'
import { defineQuery } from '@/lib/warehouse/define-query'
import { eventKindSchema } from '../schema'

/** The events that came in last, newest first, with the identity each came with. */
export const newestEvents = defineQuery({
  name: 'newest-events',
  params: z.object({ workspace: z.uuid(), limit: z.int() }),
  row: z.object({
    eventId: z.string(),
    kind: eventKindSchema,
    name: z.string(),
    userId: z.string(),
    anonymousId: z.string(),
    email: z.string(),
    account: z.string(),
    properties: z.string(),
    source: z.enum(['http', 'import', 'webhook']),
    occurredAt: z.coerce.date(),
    receivedAt: z.coerce.date(),
  }),
  sql: `
    SELECT event_id AS eventId, kind, name, user_id AS userId, anonymous_id AS anonymousId, email,
      account_id AS account, properties, source_kind AS source, occurred_at AS occurredAt, received_at AS receivedAt
    FROM events
    WHERE workspace_id = {workspace:UUID}
    ORDER BY received_at DESC, occurred_at DESC, event_id
    LIMIT {limit:UInt32}`,
})
