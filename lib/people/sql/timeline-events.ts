import { z } from 'zod'
import { activityKinds, eventKinds } from '@/lib/ingest/canonical-event'
import { defineQuery } from '@/lib/warehouse/define-query'

const activity = activityKinds.map((kind) => `'${kind}'`).join(', ')

/** Events of ids, newest first, from the one after (`at`, `id`) on; `goesOn` says whether there is such a one. */
export const timelineEvents = (goesOn: boolean) =>
  defineQuery({
    name: 'timeline-events',
    params: z.object({
      workspace: z.uuid(),
      ids: z.array(z.bigint()),
      at: z.date().optional(),
      id: z.string().optional(),
      /** Activity of these names alone; empty means everything. */
      names: z.array(z.string()),
      limit: z.int(),
    }),
    row: z.object({
      person: z.string(),
      id: z.string(),
      kind: z.enum(eventKinds),
      event: z.string(),
      at: z.coerce.number(),
      receivedAt: z.coerce.number(),
      imported: z.boolean(),
      properties: z.string(),
    }),
    sql: `
      SELECT toString(person_id) AS person, event_id AS id, kind, name AS event,
        toUnixTimestamp64Milli(occurred_at) AS at, toUnixTimestamp64Milli(received_at) AS receivedAt,
        (source_kind = 'import')::Bool AS imported, properties
      FROM events
      WHERE workspace_id = {workspace:UUID} AND person_id IN {ids:Array(UInt64)}
        AND (empty({names:Array(String)}) OR (kind IN (${activity}) AND (has({names:Array(String)}, '*') OR name IN {names:Array(String)})))
        ${goesOn ? `AND (occurred_at, event_id) < ({at:DateTime64(3, 'UTC')}, {id:String})` : ''}
      ORDER BY occurred_at DESC, event_id DESC
      LIMIT {limit:UInt32}`,
  })

export type TimelineEvent = Awaited<ReturnType<ReturnType<typeof timelineEvents>>>[number]
