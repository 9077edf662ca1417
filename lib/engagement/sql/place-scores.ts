import { z } from 'zod'
import { poolsOf } from '@/lib/scoring/engagement/baselines'
import type { EngagementDocument } from '@/lib/scoring/engagement/document'
import { defineCommand } from '@/lib/warehouse/define-query'

/** How many people with a score to come a stage holds, and how many of them did something that counts. */
export type StageSize = { stage: number; people: number; positive: number }

/**
 * Second half of a run: everybody's L, E and N, score, tier and stage, from what `countBehaviors` stored. The ranks
 * are those of the distinct keys, joined back, so memory goes with the keys, and rows stay as wide as they are.
 */
export const placeScores = defineCommand({
  name: 'place-scores',
  params: z.object({
    run: z.uuid(),
    asOf: z.date(),
    /** By stage: the number of its pool, N of that pool, its key. */
    pools: z.array(z.int()),
    sizes: z.array(z.int()),
    stages: z.array(z.string()),
    /** Are people who did nothing of the baseline, and do they get their percentile? */
    zerosCounted: z.boolean(),
    zerosPlaced: z.boolean(),
    /** Lowest first. */
    tiers: z.array(z.string()),
    tierFroms: z.array(z.number()),
  }),
  sql: `
    INSERT INTO scores (
      workspace_id, run_id, person_id, as_of, state, raw, score, tier, stage,
      below, equal, baseline, counts, tenure_days, last_activity, account_id
    )
    SELECT
      workspace_id, run_id, person_id, {asOf:DateTime64(3, 'UTC')}, state,
      if(scored, raw, NULL),
      if(scored, points, NULL),
      if(scored, {tiers:Array(String)}[arrayCount(cut -> cut <= points, {tierFroms:Array(Float64)})], ''),
      if(scored, {stages:Array(String)}[stage + 1], ''),
      if(scored, below, 0),
      if(scored, equal, 0),
      if(scored, size, 0),
      if(scored, counts, []),
      tenure_days, last_activity, account_id
    FROM (
      SELECT *, state = 'scored' AS scored, {sizes:Array(UInt32)}[stage + 1] AS size,
        if(rank_key <= 0 AND NOT {zerosPlaced:Bool}, 0, 100 * (below + equal / 2) / size) AS points
      FROM (
        SELECT *, {pools:Array(UInt8)}[stage + 1] AS pool FROM run_counts WHERE run_id = {run:UUID}
      ) AS person
      LEFT JOIN (
        SELECT {pools:Array(UInt8)}[stage + 1] AS pool, rank_key, count() AS equal,
          sum(equal) OVER (
            PARTITION BY pool ORDER BY rank_key ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
          ) AS below
        FROM run_counts
        WHERE run_id = {run:UUID} AND state = 'scored' AND ({zerosCounted:Bool} OR rank_key > 0)
        GROUP BY pool, rank_key
      ) AS place USING (pool, rank_key)
    )`,
})

/** What `placeScores` needs of a document, once it is known how many people each stage holds. */
export function placement(
  { lifecycle, normalisation, tiers }: EngagementDocument,
  sizes: readonly StageSize[],
) {
  const { zeros } = normalisation
  const zerosCounted = zeros !== 'active-only'
  const sizeOf = (stage: number) => sizes.find((size) => size.stage === stage) ?? { people: 0, positive: 0 }
  const pools = poolsOf(
    lifecycle,
    lifecycle.stages.map((_, stage) => sizeOf(stage).people),
  )
  const poolOf = (stage: number) => pools.findIndex((pool) => pool.includes(stage))
  const membersOf = (stage: number) =>
    (pools[poolOf(stage)] ?? []).reduce(
      (sum, member) => sum + (zerosCounted ? sizeOf(member).people : sizeOf(member).positive),
      0,
    )
  return {
    pools: lifecycle.stages.map((_, stage) => poolOf(stage)),
    sizes: lifecycle.stages.map((_, stage) => membersOf(stage)),
    stages: lifecycle.stages.map(({ key }) => key),
    zerosCounted,
    zerosPlaced: zeros === 'midrank',
    tiers: tiers.map(({ key }) => key),
    tierFroms: tiers.map(({ from }) => from),
  }
}
