import { z } from 'zod'
import { defineQuery } from '@/lib/warehouse/define-query'

/** Where a list of rejects goes on: the last row of the page before. */
export const rejectedCursor = z.object({
  receivedAt: z.iso.datetime(),
  sourceId: z.uuid(),
  index: z.int().nonnegative(),
  rawHash: z.string().regex(/^\d+$/),
})
export type RejectedCursor = z.infer<typeof rejectedCursor>

const startOfList: RejectedCursor = {
  receivedAt: '2299-12-31T23:59:59.999Z',
  sourceId: 'ffffffff-ffff-ffff-ffff-ffffffffffff',
  index: 4294967295,
  rawHash: '18446744073709551615',
}

const page = defineQuery({
  name: 'rejected-events',
  params: z.object({ workspaceId: z.uuid(), limit: z.int().min(1).max(1000), ...rejectedCursor.shape }),
  row: z.object({
    receivedAt: z.iso.datetime(),
    sourceId: z.string(),
    index: z.number(),
    code: z.string(),
    message: z.string(),
    raw: z.string(),
    rawHash: z.string(),
  }),
  sql: `
    SELECT received_at AS receivedAt, toString(source_id) AS sourceId, batch_index AS index, code, message, raw,
      toString(xxHash64(raw)) AS rawHash
    FROM rejected_events
    WHERE workspace_id = {workspaceId:UUID}
      AND received_at <= parseDateTime64BestEffort({receivedAt:String}, 3, 'UTC')
      AND (received_at, toString(source_id), batch_index, xxHash64(raw))
        < (parseDateTime64BestEffort({receivedAt:String}, 3, 'UTC'), {sourceId:String}, {index:UInt32}, toUInt64({rawHash:String}))
    ORDER BY received_at DESC, toString(source_id) DESC, batch_index DESC, xxHash64(raw) DESC
    LIMIT {limit:UInt32}`,
})
export type RejectedEventRow = Awaited<ReturnType<typeof page>>[number]

/** The newest refused messages of a workspace, and where the list goes on; null at its end. */
export async function newestRejectedEvents(
  workspaceId: string,
  { limit, before }: { limit: number; before?: RejectedCursor },
): Promise<{ items: RejectedEventRow[]; next: RejectedCursor | null }> {
  const items = await page({ workspaceId, limit, ...(before ?? startOfList) })
  const last = items.length === limit ? items.at(-1) : undefined
  return { items, next: last ? rejectedCursor.parse(last) : null }
}

/** How many messages were refused in the last thirty days, by source and code, with the newest of each. */
export const countRejected = defineQuery({
  name: 'count-rejected',
  params: z.object({ workspaceId: z.uuid() }),
  row: z.object({
    sourceId: z.string(),
    code: z.string(),
    messages: z.coerce.number(),
    last: z.iso.datetime(),
    example: z.string(),
  }),
  sql: `
    SELECT toString(source_id) AS sourceId, code, count() AS messages, max(received_at) AS last,
      argMax(message, received_at) AS example
    FROM rejected_events
    WHERE workspace_id = {workspaceId:UUID} AND received_at >= now() - INTERVAL 30 DAY
    GROUP BY source_id, code
    ORDER BY messages DESC, code, sourceId`,
})
