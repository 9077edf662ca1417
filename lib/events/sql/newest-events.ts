import { z } from 'zod'
import { eventKinds } from '@/lib/ingest/canonical-event'
import { defineQuery } from '@/lib/warehouse/define-query'

const since = `
  AND received_at >= {afterReceived:DateTime64(3, 'UTC')}
  AND (received_at, event_id) > ({afterReceived:DateTime64(3, 'UTC')}, {afterId:String})`

/** The events that came in last, newest first; those of one instant by their id. */
export const newestEvents = (after: boolean) =>
  defineQuery({
    name: 'newest-events',
    params: z.object({
      workspace: z.uuid(),
      limit: z.int(),
      afterReceived: z.date().optional(),
      afterId: z.string().optional(),
    }),
    row: z.object({
      id: z.string(),
      name: z.string(),
      kind: z.enum(eventKinds),
      /** `'0'`: about no person. */
      person: z.string(),
      occurredAt: z.coerce.date(),
      receivedAt: z.coerce.date(),
      sourceKind: z.enum(['http', 'import', 'webhook']),
      sourceId: z.string(),
      properties: z.string(),
    }),
    sql: `
      SELECT event_id AS id, name, kind, toString(person_id) AS person, occurred_at AS occurredAt,
        received_at AS receivedAt, source_kind AS sourceKind, source_id AS sourceId, properties
      FROM events
      WHERE workspace_id = {workspace:UUID} ${after ? since : ''}
      ORDER BY received_at DESC, event_id DESC
      LIMIT {limit:UInt32}`,
  })

export type NewestEvent = Awaited<ReturnType<ReturnType<typeof newestEvents>>>[number]
