import { z } from 'zod'
import type { EngagementDocument } from '@/lib/scoring/engagement/document'
import { defineQuery } from '@/lib/warehouse/define-query'
import type { StagePool } from '../stage-pools'
import type { Tagged } from './kill-run'
import { nearestRankLevel } from './nearest-rank-level'

/**
 * The pools of a run's own population with their hi (see `buildBaseline`), where scores hang on it; percentiles do not
 * ask, and cost nothing here.
 */
export async function withHighest(
  pools: readonly StagePool[],
  run: string,
  { normalisation }: EngagementDocument,
  tagged: Tagged,
): Promise<StagePool[]> {
  if (normalisation.method === 'percentile') return [...pools]
  const sizes = [...new Map(pools.map(({ pool, size }) => [pool, size])).entries()].sort(([a], [b]) => a - b)
  const levels = sizes.map(([pool, size]) => [`level_${pool}`, nearestRankLevel(normalisation.winsor, size)])
  const query = defineQuery({
    name: 'highest-keys',
    params: z.looseObject({ run: z.uuid(), zerosCounted: z.boolean(), pools: z.array(z.int()) }),
    row: z.object({ keys: z.array(z.number()) }),
    sql: `
      SELECT [${sizes.map(([pool]) => `ifNotFinite(quantileExactIf({level_${pool}:Float64})(rank_key, pool = ${pool}), 0)`).join(', ')}] AS keys
      FROM (
        SELECT {pools:Array(UInt8)}[stage + 1] AS pool, rank_key FROM run_counts
        WHERE run_id = {run:UUID} AND state = 'scored' AND ({zerosCounted:Bool} OR rank_key > 0)
      )`,
  })
  const asked = {
    run,
    zerosCounted: normalisation.zeros !== 'active-only',
    pools: pools.map(({ pool }) => pool),
    ...Object.fromEntries(levels),
  }
  const [row] = await query(asked, tagged)
  return pools.map((one) => ({
    ...one,
    highest: one.size === 0 ? null : Math.max(0, row?.keys[one.pool] ?? 0) / 1e9,
  }))
}
