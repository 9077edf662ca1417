import { z } from 'zod'
import { defineQuery } from '@/lib/warehouse/define-query'

const ofRun = `workspace_id = {workspace:UUID} AND run_id = {run:UUID} AND state = 'scored'`

/**
 * Of each tier of a run, under the version's own reference, the people with a score, and for behaviors by their place
 * in the document (the first is 1) who did them and the median of what those count (see `median` of the pure core; 0 where
 * nobody did). A tier that nobody is in has no row.
 */
export function doersByTier(behaviors: readonly number[]) {
  const each = (sql: (n: string) => string) =>
    `[${behaviors.map((place) => sql(`counts[${place}]`)).join(', ')}]`
  return defineQuery({
    name: 'doers-by-tier',
    params: z.object({ workspace: z.uuid(), run: z.uuid() }),
    row: z.object({
      tier: z.string(),
      people: z.coerce.number(),
      did: z.array(z.coerce.number()),
      medians: z.array(z.number()),
    }),
    sql: `
      SELECT tier, count() AS people,
        ${each((n) => `countIf(${n} > 0)`)}::Array(UInt64) AS did,
        ${each((n) => `ifNotFinite(quantileExactInclusiveIf(0.5)(${n}, ${n} > 0), 0)`)}::Array(Float64) AS medians
      FROM scores
      WHERE ${ofRun}
      GROUP BY tier`,
  })
}

/** In the order of the behaviors that were asked for. */
export type TierDoers = Awaited<ReturnType<ReturnType<typeof doersByTier>>>[number]
