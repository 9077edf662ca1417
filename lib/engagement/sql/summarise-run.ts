import { z } from 'zod'
import { poolsOf } from '@/lib/scoring/engagement/baselines'
import { BIN_COUNT } from '@/lib/scoring/engagement/distribution'
import type { EngagementDocument } from '@/lib/scoring/engagement/document'
import type { RunSummary } from '@/lib/scoring/engagement/run-summary'
import { personStates } from '@/lib/scoring/engagement/state'
import { defineQuery } from '@/lib/warehouse/define-query'

const counts = z.record(z.string(), z.coerce.number())

/** One run's population in a few hundred numbers; a value that nobody has is absent from its map. */
export const runTotals = defineQuery({
  name: 'run-totals',
  params: z.object({ workspace: z.uuid(), run: z.uuid(), lastBin: z.int() }),
  row: z.object({
    people: z.coerce.number(),
    n: z.coerce.number(),
    zeros: z.coerce.number(),
    doneNothing: z.coerce.number(),
    medianRaw: z.number().nullable(),
    states: counts,
    bins: counts,
    tiers: counts,
    stages: counts,
  }),
  sql: `
    SELECT
      count() AS people,
      countIf(state = 'scored') AS n,
      countIf(score = 0) AS zeros,
      countIf(floor(raw * 1e9 + 0.5) <= 0) AS doneNothing,
      if(n = 0, NULL, quantileExactInclusiveIf(0.5)(assumeNotNull(raw), state = 'scored')) AS medianRaw,
      sumMap(map(toString(state), 1)) AS states,
      sumMapIf(map(least({lastBin:UInt8}, toUInt8(floor(assumeNotNull(score) * 2))), 1), state = 'scored') AS bins,
      sumMapIf(map(tier, 1), state = 'scored') AS tiers,
      sumMapIf(map(stage, 1), state = 'scored') AS stages
    FROM scores
    WHERE workspace_id = {workspace:UUID} AND run_id = {run:UUID}`,
})

export type RunTotals = Awaited<ReturnType<typeof runTotals>>[number]

/** The same numbers as `summariseRun` of the pure core makes of the people themselves. */
export function summaryOf(totals: RunTotals, { lifecycle, tiers }: EngagementDocument): RunSummary {
  const { n, zeros, doneNothing, medianRaw } = totals
  const stagePeople = lifecycle.stages.map(({ key }) => totals.stages[key] ?? 0)
  const pools = poolsOf(lifecycle, stagePeople)
  const comparedWith = (stage: number) => pools.find((pool) => pool.includes(stage)) ?? []
  return {
    n,
    states: Object.fromEntries(
      personStates.map((state) => [state, totals.states[state] ?? 0]),
    ) as RunSummary['states'],
    bins: Array.from({ length: BIN_COUNT }, (_, bin) => totals.bins[bin] ?? 0),
    zeros,
    zeroShare: n === 0 ? null : doneNothing / n,
    medianRaw,
    tiers: tiers.map(({ key }) => ({ key, people: totals.tiers[key] ?? 0 })),
    stages: lifecycle.stages.map(({ key }, stage) => ({
      key,
      people: stagePeople[stage] ?? 0,
      baseline: comparedWith(stage).flatMap((index) => lifecycle.stages[index]?.key ?? []),
    })),
  }
}
