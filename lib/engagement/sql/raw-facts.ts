import { z } from 'zod'
import { rankKey } from '@/lib/scoring/engagement/rank-key'
import { RAW_LEVEL, rawBinOf, rawBinWidth, widthInKeys } from '@/lib/scoring/engagement/raw-distribution'
import type { RunSummary } from '@/lib/scoring/engagement/run-summary'
import { defineQuery } from '@/lib/warehouse/define-query'
import type { Tagged } from './kill-run'

export type RawFacts = Pick<RunSummary, 'medianRaw' | 'rawBins'>

const ofScored = `FROM run_counts WHERE run_id IN {runs:Array(UUID)} AND state = 'scored'`

/** `highest`: the rank key at the nearest rank of the level. */
const quantiles = defineQuery({
  name: 'raw-quantiles',
  params: z.object({ runs: z.array(z.uuid()), level: z.number() }),
  row: z.object({ run: z.string(), median: z.number(), highest: z.number() }),
  sql: `
    SELECT run_id AS run, quantileExactInclusive(0.5)(raw) AS median,
      arraySort(groupArray(rank_key))[toUInt32(greatest(1, ceil({level:Float64} * count())))] AS highest
    ${ofScored}
    GROUP BY run`,
})

const binCounts = defineQuery({
  name: 'raw-bins',
  params: z.object({
    runs: z.array(z.uuid()),
    /** Of each run the width of its bins in rank keys, and how many there are. */
    widths: z.array(z.number()),
    bins: z.array(z.int()),
  }),
  row: z.object({ run: z.string(), bin: z.number(), people: z.coerce.number() }),
  sql: `
    SELECT run_id AS run, toUInt16(least(
        {bins:Array(UInt16)}[indexOf({runs:Array(UUID)}, run_id)],
        floor(greatest(0, rank_key) / {widths:Array(Float64)}[indexOf({runs:Array(UUID)}, run_id)]))) AS bin,
      count() AS people
    ${ofScored}
    GROUP BY run, bin`,
})

/** The raw scores of runs that were counted: the median, and the bins of `rawDistribution`. */
export async function rawFactsOf(
  runs: readonly string[],
  tagged: Tagged,
): Promise<ReadonlyMap<string, RawFacts>> {
  const found = new Map(
    (await quantiles({ runs: [...runs], level: RAW_LEVEL }, tagged)).map((row) => [row.run, row]),
  )
  const shapes = runs.map((run) => {
    const points = Math.max(0, found.get(run)?.highest ?? 0) / 1e9
    const width = rawBinWidth(points)
    return { run, width, bins: rawBinOf(rankKey(points), width) + 1 }
  })
  const rows = await binCounts(
    {
      runs: [...runs],
      widths: shapes.map(({ width }) => widthInKeys(width)),
      bins: shapes.map(({ bins }) => bins),
    },
    tagged,
  )
  return new Map(
    shapes.map(({ run, width, bins }) => {
      const people = new Map(rows.filter((row) => row.run === run).map((row) => [row.bin, row.people]))
      const counts = Array.from({ length: bins }, (_, bin) => people.get(bin) ?? 0)
      const rawBins = { width, counts, above: people.get(bins) ?? 0 }
      return [run, { medianRaw: found.get(run)?.median ?? null, rawBins }]
    }),
  )
}
