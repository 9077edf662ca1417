import { z } from 'zod'
import { defineQuery } from '@/lib/warehouse/define-query'

const place = (less: string, same: string) => `countIf(${less}), countIf(${same})`

/**
 * Where one person stands in R, F and M among the scored people of a run: see `lib/scoring/engagement/rfm`. Each is
 * [people with less, people with the same]; of recency "less" is a last matched event longer ago, or none.
 */
export const rfmPlaces = defineQuery({
  name: 'rfm-places',
  params: z.object({
    workspace: z.uuid(),
    run: z.uuid(),
    matched: z.int(),
    /** Milliseconds since 1970 UTC; −1 where nothing matched. */
    lastMatched: z.int(),
    /** The rank key of the strategic value. */
    monetaryKey: z.number(),
  }),
  row: z.object({
    n: z.coerce.number(),
    recency: z.array(z.coerce.number()).length(2),
    frequency: z.array(z.coerce.number()).length(2),
    monetary: z.array(z.coerce.number()).length(2),
  }),
  sql: `
    SELECT count() AS n,
      [${place('last < {lastMatched:Int64}', 'last = {lastMatched:Int64}')}] AS recency,
      [${place('matched < {matched:UInt32}', 'matched = {matched:UInt32}')}] AS frequency,
      [${place('worth < {monetaryKey:Float64}', 'worth >= {monetaryKey:Float64} AND worth < {monetaryKey:Float64} + 1')}] AS monetary
    FROM (
      SELECT matched, ifNull(toUnixTimestamp64Milli(last_matched), -1) AS last, monetary * 1e9 + 0.5 AS worth
      FROM scores
      WHERE workspace_id = {workspace:UUID} AND run_id = {run:UUID} AND state = 'scored'
    )`,
})
