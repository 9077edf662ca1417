import { z } from 'zod'
import { BIN_COUNT } from '@/lib/scoring/engagement/distribution'
import type { EngagementDocument } from '@/lib/scoring/engagement/document'
import { rankKey } from '@/lib/scoring/engagement/rank-key'
import { RAW_LEVEL, rawBinOf, rawBinWidth, widthInKeys } from '@/lib/scoring/engagement/raw-distribution'
import type { RunSummary } from '@/lib/scoring/engagement/run-summary'
import { personStates } from '@/lib/scoring/engagement/state'
import { defineQuery } from '@/lib/warehouse/define-query'
import type { StagePool, StageSize } from '../stage-pools'
import { nearestRankLevel } from './nearest-rank-level'

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

const ofScored = `FROM run_counts WHERE run_id = {run:UUID} AND state = 'scored'`

const rawFacts = defineQuery({
  name: 'raw-facts',
  params: z.object({ run: z.uuid(), level: z.number() }),
  row: z.object({ median: z.number(), highest: z.number() }),
  sql: `
    SELECT ifNotFinite(quantileExactInclusive(0.5)(raw), 0) AS median,
      ifNotFinite(quantileExact({level:Float64})(rank_key), 0) AS highest
    ${ofScored}`,
})

const rawCounts = defineQuery({
  name: 'raw-counts',
  params: z.object({ run: z.uuid(), width: z.number(), bins: z.int() }),
  row: z.object({ bin: z.coerce.number(), people: z.coerce.number() }),
  sql: `
    SELECT toUInt16(least({bins:UInt16}, floor(greatest(0, rank_key) / {width:Float64}))) AS bin, count() AS people
    ${ofScored}
    GROUP BY bin`,
})

type Options = Parameters<typeof rawCounts>[1]

/** See `rawDistribution`; `highest` is the key at its level. */
async function rawBinsOf(run: string, highest: number, options: Options): Promise<RunSummary['rawBins']> {
  const points = Math.max(0, highest) / 1e9
  const width = rawBinWidth(points)
  const bins = rawBinOf(rankKey(points), width) + 1
  const rows = await rawCounts({ run, width: widthInKeys(width), bins }, options)
  const people = new Map(rows.map((row) => [row.bin, row.people]))
  return {
    width,
    counts: Array.from({ length: bins }, (_, bin) => people.get(bin) ?? 0),
    above: people.get(bins) ?? 0,
  }
}

/** Who a run has scored, by stage, and whom they were compared with. */
type Stages = {
  sizes: readonly StageSize[]
  rolling: readonly StagePool[]
  /** Under the version's own reference. */
  own: readonly StagePool[]
}

/** The same numbers as `summariseRun` of the pure core makes of the people themselves, of a run that was just placed. */
export async function summarise(
  { workspace, run }: { workspace: string; run: string },
  { lifecycle, tiers }: EngagementDocument,
  { sizes, rolling, own }: Stages,
  options: Options,
): Promise<RunSummary> {
  const n = sizes.reduce((sum, { people }) => sum + people, 0)
  const positive = sizes.reduce((sum, size) => sum + size.positive, 0)
  const [totals] = await runTotals({ workspace, run, lastBin: BIN_COUNT - 1 }, options)
  const [raw] = await rawFacts({ run, level: nearestRankLevel(RAW_LEVEL, n) }, options)
  if (!totals || !raw) throw new Error('the totals of a run came without a row')

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
    rawBins: await rawBinsOf(run, raw.highest, options),
    zeroShare: n === 0 ? null : (n - positive) / n,
    medianRaw: n === 0 ? null : raw.median,
    stages: lifecycle.stages.map(({ key }, stage) => ({
      key,
      people: sizes[stage]?.people ?? 0,
      baseline: keysOfPool(own[stage]?.pool),
      highest: rolling[stage]?.highest ?? null,
    })),
  }
}
