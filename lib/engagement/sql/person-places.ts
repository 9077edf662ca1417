import { z } from 'zod'
import { type StageBaseline, poolsOf } from '@/lib/scoring/engagement/baselines'
import type { EngagementDocument } from '@/lib/scoring/engagement/document'
import { defineQuery } from '@/lib/warehouse/define-query'

/** The most rank keys that are asked for at once. */
export const MOST_KEYS = 100

/** Below every rank key. */
const LOWEST = -Number.MAX_VALUE

/** People of one stage between two of the keys that were asked for. */
const placeRow = z.object({
  /** Index of the stage. */
  stage: z.number(),
  /** The key at or above which they are; LOWEST under the first. */
  bound: z.number(),
  people: z.coerce.number(),
  /** Those of them that the zeros rule leaves in the baseline, and of these the ones exactly at the bound. */
  counted: z.coerce.number(),
  at: z.coerce.number(),
})

export type PlaceRow = z.output<typeof placeRow>

const counts = (weight: string) => `
  sum(${weight}) AS people, sumIf(${weight}, {zerosCounted:Bool} OR key > 0) AS counted,
  sumIf(${weight}, key = bound AND ({zerosCounted:Bool} OR key > 0)) AS at`

const asked = { zerosCounted: z.boolean(), bounds: z.array(z.number()) }

const ofRun = defineQuery({
  name: 'places-in-run',
  params: z.object({ workspace: z.uuid(), run: z.uuid(), stages: z.array(z.string()), ...asked }),
  row: placeRow,
  sql: `
    SELECT toUInt8(indexOf({stages:Array(String)}, stageKey) - 1) AS stage, bound, people, counted, at
    FROM (
      SELECT stage AS stageKey, roundDown(key, {bounds:Array(Float64)}) AS bound, ${counts('1')}
      FROM (
        SELECT stage, floor(assumeNotNull(raw) * 1e9 + 0.5) AS key FROM scores
        WHERE workspace_id = {workspace:UUID} AND run_id = {run:UUID} AND state = 'scored'
      )
      GROUP BY stageKey, bound
    )`,
})

const ofVersion = defineQuery({
  name: 'places-in-reference',
  params: z.object({ workspace: z.uuid(), version: z.uuid(), ...asked }),
  row: placeRow,
  sql: `
    SELECT stage, roundDown(rank_key, {bounds:Array(Float64)}) AS bound, ${counts('of')}
    FROM (
      SELECT stage, rank_key, rank_key AS key, people AS of FROM version_references
      WHERE workspace_id = {workspace:UUID} AND version_id = {version:UUID}
    )
    GROUP BY stage, bound`,
})

function boundsOf(keys: readonly number[]): number[] {
  if (keys.length > MOST_KEYS) throw new Error(`over ${MOST_KEYS} rank keys at once`)
  return [LOWEST, ...new Set(keys)].sort((a, b) => a - b)
}

type Of = { workspace: string; document: EngagementDocument; keys: readonly number[] }

const zerosCounted = ({ normalisation }: EngagementDocument) => normalisation.zeros !== 'active-only'

/**
 * The baselines of a run's own population, of which `keys` can be placed: rolling.
 *
 * @param keys at most 100
 * @param highest hi by stage, in points: `stages[].highest` of the run's summary
 */
export async function rollingBaselines({
  workspace,
  run,
  document,
  keys,
  highest,
}: Of & { run: string; highest: readonly (number | null)[] }): Promise<readonly StageBaseline[]> {
  const rows = await ofRun({
    workspace,
    run,
    stages: document.lifecycle.stages.map(({ key }) => key),
    zerosCounted: zerosCounted(document),
    bounds: boundsOf(keys),
  })
  return sparseBaselines(document, rows, keys, highest)
}

/**
 * The baselines of a version's reference, of which `keys` can be placed: frozen. None where nothing is stored.
 *
 * @param highest hi by stage, in points: `stages[].highest` of the version's reference
 */
export async function frozenBaselines({
  workspace,
  version,
  document,
  keys,
  highest,
}: Of & { version: string; highest: readonly (number | null)[] }): Promise<readonly StageBaseline[]> {
  const params = { workspace, version, zerosCounted: zerosCounted(document), bounds: boundsOf(keys) }
  const rows = await ofVersion(params)
  return rows.length === 0 ? [] : sparseBaselines(document, rows, keys, highest)
}

/**
 * Baselines that know the places of a few rank keys alone: what `baselinesOf` makes of the whole population, told by
 * how many people are between these keys. To ask for another key is a mistake, and throws.
 */
export function sparseBaselines(
  { lifecycle }: Pick<EngagementDocument, 'lifecycle'>,
  rows: readonly PlaceRow[],
  keys: readonly number[],
  highest: readonly (number | null)[],
): readonly StageBaseline[] {
  const asked = new Set(keys)
  const peopleOf = (index: number) =>
    sum(rows.filter(({ stage }) => stage === index).map(({ people }) => people))
  const byStage: StageBaseline[] = []
  for (const pool of poolsOf(
    lifecycle,
    lifecycle.stages.map((_, index) => peopleOf(index)),
  )) {
    const members = rows.filter(({ stage }) => pool.includes(stage))
    const size = sum(members.map(({ counted }) => counted))
    const baseline: StageBaseline = {
      stages: pool.flatMap((index) => lifecycle.stages[index]?.key ?? []),
      people: {
        size,
        // Of percentiles nobody asks hi, so summaries from before it was kept will do.
        highest: size === 0 ? null : (highest[pool[0] ?? 0] ?? 0),
        place: (key) => {
          if (!asked.has(key)) throw new Error(`the place of rank key ${key} was not asked for`)
          return {
            below: sum(members.filter(({ bound }) => bound < key).map(({ counted }) => counted)),
            equal: sum(members.filter(({ bound }) => bound === key).map(({ at }) => at)),
          }
        },
      },
    }
    for (const index of pool) byStage[index] = baseline
  }
  return byStage
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)
