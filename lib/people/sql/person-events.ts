import { z } from 'zod'
import { activityKinds } from '@/lib/ingest/canonical-event'
import { defineQuery } from '@/lib/warehouse/define-query'

const kinds = activityKinds.map((kind) => `'${kind}'`).join(', ')

type Shape = {
  /** Does anybody ask what was sent with the events? */
  properties: boolean
  /** Are events before the instant asked for wanted too, where they may be somebody's first? */
  ever: boolean
}

const inTime = `occurred_at >= {from:DateTime64(3, 'UTC')}`

/**
 * The activity of ids that a model may count, oldest first by (at, id), with the local day of each: the day is worked
 * out here, where it costs nothing.
 */
export const personEvents = ({ properties, ever }: Shape) =>
  defineQuery({
    name: 'person-events',
    params: z.object({
      workspace: z.uuid(),
      ids: z.array(z.bigint()),
      zone: z.string(),
      from: z.date(),
      until: z.date(),
      /** Names of events; empty means every name. */
      names: z.array(z.string()),
      /** Names of which the first ever counts, however long ago. */
      firsts: z.array(z.string()),
    }),
    row: z.object({
      person: z.string(),
      id: z.string(),
      event: z.string(),
      at: z.coerce.number(),
      day: z.number(),
      receivedAt: z.coerce.number(),
      properties: z.string(),
    }),
    sql: `
      SELECT toString(person_id) AS person, event_id AS id, name AS event,
        toUnixTimestamp64Milli(occurred_at) AS at, toInt32(toDate32(occurred_at, {zone:String})) AS day,
        toUnixTimestamp64Milli(received_at) AS receivedAt, ${properties ? 'properties' : `'' AS properties`}
      FROM events
      WHERE workspace_id = {workspace:UUID} AND person_id IN {ids:Array(UInt64)} AND kind IN (${kinds})
        AND occurred_at < {until:DateTime64(3, 'UTC')}
        AND ${ever ? `(${inTime} OR empty({firsts:Array(String)}) OR name IN {firsts:Array(String)})` : inTime}
        AND (empty({names:Array(String)}) OR name IN {names:Array(String)})
      ORDER BY person_id, occurred_at, event_id`,
  })

export type PersonEvent = Awaited<ReturnType<ReturnType<typeof personEvents>>>[number]

/** Activity of ids that occurred before an instant and came in at another or later: what the next run may count. */
export const eventsSince = defineQuery({
  name: 'events-since',
  params: z.object({ workspace: z.uuid(), ids: z.array(z.bigint()), asOf: z.date(), since: z.date() }),
  row: z.object({ events: z.coerce.number() }),
  sql: `
    SELECT count() AS events FROM events
    WHERE workspace_id = {workspace:UUID} AND person_id IN {ids:Array(UInt64)} AND kind IN (${kinds})
      AND occurred_at < {asOf:DateTime64(3, 'UTC')} AND received_at >= {since:DateTime64(3, 'UTC')}`,
})
