import { z } from 'zod'
import { BIN_COUNT } from '@/lib/scoring/engagement/distribution'
import type { EngagementDocument } from '@/lib/scoring/engagement/document'
import type { RunSummary } from '@/lib/scoring/engagement/run-summary'
import { personStates } from '@/lib/scoring/engagement/state'
import { defineQuery } from '@/lib/warehouse/define-query'
import type { StagePool, StageSize } from '../stage-pools'
import type { Tagged } from './kill-run'
import type { RawFacts } from './raw-facts'

const counts = z.record(z.string(), z.coerce.number())

const bin = (score: string) => `least({lastBin:UInt8}, toUInt8(floor(assumeNotNull(${score}) * 2)))`

/** One run's population in a few hundred numbers; a value that nobody has is absent from its map. */
const runTotals = defineQuery({
  name: 'run-totals',
  params: z.object({ workspace: z.uuid(), run: z.uuid(), lastBin: z.int() }),
  row: z.object({
    states: counts,
    bins: counts,
    zeros: z.coerce.number(),
    tiers: counts,
    placedByOther: z.coerce.number(),
    otherBins: counts,
    otherZeros: z.coerce.number(),
    otherTiers: counts,
  }),
  // Maps of a few thousand groups cost nothing; of everybody they take longer than all else.
  sql: `
    SELECT
      sumMap(map(state, people)) AS states,
      sumMapIf(map(bin, people), state = 'scored') AS bins,
      sum(atZero) AS zeros,
      sumMapIf(map(tier, people), state = 'scored') AS tiers,
      sumIf(people, hasOther) AS placedByOther,
      sumMapIf(map(otherBin, people), hasOther) AS otherBins,
      sum(otherAtZero) AS otherZeros,
      sumMapIf(map(otherTier, people), hasOther) AS otherTiers
    FROM (
      SELECT toString(state) AS state, tier, other_tier AS otherTier, other_score IS NOT NULL AS hasOther,
        ${bin('score')} AS bin, ${bin('other_score')} AS otherBin,
        count() AS people, countIf(score = 0) AS atZero, countIf(other_score = 0) AS otherAtZero
      FROM scores
      WHERE workspace_id = {workspace:UUID} AND run_id = {run:UUID}
      GROUP BY ALL
    )`,
})

/** Who was counted for a run, and whom they were compared with. */
type Known = {
  sizes: readonly StageSize[]
  raw: RawFacts
  rolling: readonly StagePool[]
  /** Under the version's own reference. */
  own: readonly StagePool[]
}

/** The same numbers as `summariseRun` of the pure core makes of the people themselves, of a run that was just placed. */
export async function summarise(
  { workspace, run }: { workspace: string; run: string },
  { lifecycle, tiers }: EngagementDocument,
  { sizes, raw, rolling, own }: Known,
  tagged: Tagged,
): Promise<RunSummary> {
  const n = sizes.reduce((sum, { people }) => sum + people, 0)
  const positive = sizes.reduce((sum, size) => sum + size.positive, 0)
  const [totals] = await runTotals({ workspace, run, lastBin: BIN_COUNT - 1 }, tagged)
  if (!totals) throw new Error('the totals of a run came without a row')

  const binsOf = (counted: typeof totals.bins) =>
    Array.from({ length: BIN_COUNT }, (_, bin) => counted[bin] ?? 0)
  const tiersOf = (counted: typeof totals.tiers) =>
    tiers.map(({ key }) => ({ key, people: counted[key] ?? 0 }))
  const keysOfPool = (number: number | undefined) =>
    lifecycle.stages.flatMap(({ key }, stage) => (own[stage]?.pool === number ? key : []))
  return {
    n,
    states: Object.fromEntries(
      personStates.map((state) => [state, totals.states[state] ?? 0]),
    ) as RunSummary['states'],
    bins: binsOf(totals.bins),
    zeros: totals.zeros,
    tiers: tiersOf(totals.tiers),
    other:
      totals.placedByOther === 0
        ? null
        : {
            bins: binsOf(totals.otherBins),
            zeros: totals.otherZeros,
            tiers: tiersOf(totals.otherTiers),
          },
    rawBins: raw.rawBins,
    zeroShare: n === 0 ? null : (n - positive) / n,
    medianRaw: raw.medianRaw,
    stages: lifecycle.stages.map(({ key }, stage) => ({
      key,
      people: sizes[stage]?.people ?? 0,
      baseline: keysOfPool(own[stage]?.pool),
      highest: rolling[stage]?.highest ?? null,
    })),
  }
}
