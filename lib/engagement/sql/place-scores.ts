import type { EngagementDocument } from '@/lib/scoring/engagement/document'
import type { StagePool } from '../stage-pools'

/** One run to be placed, and whom its people are compared with under each reference. */
export type Placing = {
  workspace: string
  run: string
  asOf: Date
  document: EngagementDocument
  /** By stage: the population of the run itself. */
  rolling: readonly StagePool[]
  /** By stage: the reference stored for the version; null where nobody is in it. */
  frozen: { version: string; pools: readonly StagePool[] } | null
}

/** The columns of one reference begin with this letter. */
type Prefix = 'r' | 'f'

const poolNumbers = (pools: readonly StagePool[]) =>
  [...new Set(pools.map(({ pool }) => pool))].sort((a, b) => a - b)

/** The column of a pool among `<prefix><pool><suffix>`, by the number in `pool`. */
function ofPool(prefix: Prefix, suffix: string, pools: readonly number[], pool: string): string {
  const [first = 0, ...others] = pools
  return others.reduceRight(
    (rest, number) => `if(${pool} = ${number}, ${prefix}${number}${suffix}, ${rest})`,
    `${prefix}${first}${suffix}`,
  )
}

/** `untilDay` of every stage that ends, and d of the blend there: see `blendAt`. */
function blendsOf({ blendDays, stages }: EngagementDocument['lifecycle']) {
  const ends = stages.flatMap(({ untilDay }) => untilDay ?? [])
  const widths = ends.map((end, i) =>
    Math.min(blendDays, end - (ends[i - 1] ?? 0), (ends[i + 1] ?? Infinity) - end),
  )
  return { ends, widths }
}

/** Of one reference what the formulas ask, by the columns `young` and `old`, indices of stages from 1. */
function sidesSql(prefix: Prefix, blends: boolean): string {
  const of = (name: string, type: string, side: string) => `{${prefix}_${name}:Array(${type})}[${side}]`
  const sides = blends ? ['young', 'old'] : ['young']
  return sides
    .map(
      (side) => `
          ${of('pools', 'UInt8', side)} AS ${prefix}_${side}_pool,
          ${of('sizes', 'UInt32', side)} AS ${prefix}_${side}_size,
          ${of('highest', 'Float64', side)} AS ${prefix}_${side}_highest`,
    )
    .join(',')
}

/** P of one side: see `normalised`; 100 where there is nobody to compare with. */
function normalisedSql(
  method: EngagementDocument['normalisation']['method'],
  prefix: Prefix,
  pools: readonly number[],
  side: string,
): string {
  const [pool, size, highest] = ['pool', 'size', 'highest'].map((name) => `${prefix}_${side}_${name}`)
  const share = (part: string, whole: string) =>
    `multiIf(rank_key <= 0, 0., ${highest} <= 0, 100., least(100., 100 * ${part} / ${whole}))`
  const points = {
    percentile: () =>
      `100 * (${ofPool(prefix, '_below', pools, `${pool}`)} + ${ofPool(prefix, '', pools, `${pool}`)} / 2) / ${size}`,
    'min-max': () => share('(rank_key / 1e9)', `${highest}`),
    'log-min-max': () => share('log1p(rank_key / 1e9)', `log1p(${highest})`),
  }[method]()
  return `if(${size} = 0, 100., ${points})`
}

/**
 * The score under one reference: see `placePerson`. Where a single side decides, it has all the weight: the only stage,
 * the only side with anybody, or either of two that are compared with the same people.
 */
function scoreSql(
  { normalisation }: EngagementDocument,
  prefix: Prefix,
  pools: readonly number[],
  blends: boolean,
): string {
  const points = (side: string) => normalisedSql(normalisation.method, prefix, pools, side)
  const weight = `multiIf(
          lambda = 0 OR ${prefix}_young_pool = ${prefix}_old_pool OR ${prefix}_old_size = 0, 0.,
          ${prefix}_young_size = 0, 1., lambda) AS ${prefix}_weight`
  const blended = blends
    ? `(1 - (${weight})) * ${points('young')} + ${prefix}_weight * ${points('old')}`
    : points('young')
  return normalisation.zeros === 'midrank' ? blended : `if(rank_key <= 0, 0., ${blended})`
}

/** By rank key of the run: for every pool of both references how many people are below, and how many equal. */
function placesSql(
  rolling: readonly number[],
  frozen: readonly number[] | null,
  zeros: EngagementDocument['normalisation']['zeros'],
): string {
  const counted = zeros === 'active-only' ? ' AND rank_key > 0' : ''
  const of = (prefix: Prefix, numbers: readonly number[], here: string) =>
    numbers.map((pool) => ({
      name: `${prefix}${pool}`,
      sum: `sumIf(people, ${here} AND pool = ${pool}${counted})`,
    }))
  const columns = [...of('r', rolling, 'here'), ...of('f', frozen ?? [], 'NOT here')]
  return `
      SELECT rank_key, ${columns.map(({ name }) => `${name}, ${name}_below`).join(', ')}
      FROM (
        SELECT rank_key, asked, ${columns.map(({ name }) => `${name}, sum(${name}) OVER upTo - ${name} AS ${name}_below`).join(',\n          ')}
        FROM (
          SELECT rank_key, max(here) AS asked, ${columns.map(({ name, sum }) => `${sum} AS ${name}`).join(',\n            ')}
          FROM (
            SELECT rank_key, {r_pools:Array(UInt8)}[stage + 1] AS pool, 1 AS people, true AS here
            FROM run_counts WHERE run_id = {run:UUID} AND state = 'scored'
            ${
              frozen
                ? `UNION ALL
            SELECT rank_key, {f_pools:Array(UInt8)}[stage + 1] AS pool, people, false AS here
            FROM version_references WHERE workspace_id = {workspace:UUID} AND version_id = {version:UUID}`
                : ''
            }
          )
          GROUP BY rank_key
        )
        WINDOW upTo AS (ORDER BY rank_key ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)
      )
      WHERE asked`
}

const params = (prefix: Prefix, pools: readonly StagePool[]) => ({
  [`${prefix}_pools`]: pools.map(({ pool }) => pool),
  [`${prefix}_sizes`]: pools.map(({ size }) => size),
  [`${prefix}_highest`]: pools.map(({ highest }) => highest ?? 0),
})

/** The stages that decide about somebody, `young` and `old`, and λ: 0 and twice the own one away from a boundary. */
const betweenSql = `
          arrayMap((end, width) -> if(width > 0, (tenure_days - end + width / 2) / width, 0),
            {ends:Array(Float64)}, {widths:Array(Float64)}) AS lambdas,
          arrayFirstIndex(part -> part > 0 AND part < 1, lambdas) AS boundary,
          if(boundary = 0, stage + 1, boundary) AS young,
          if(boundary = 0, stage + 1, boundary + 1) AS old,
          if(boundary = 0, 0, lambdas[young]) AS lambda`

/**
 * Second half of a run: everybody's L, E and N, score and tier under both references, from what `countBehaviors` stored.
 * The same answers as `placePerson` of the pure core. Places are those of the distinct keys of the run, counted along
 * all keys of both references at once and joined back, so memory goes with the keys, and rows stay as wide as they are.
 */
export function placeScores({ workspace, run, asOf, document, rolling, frozen }: Placing) {
  const { normalisation, lifecycle, tiers } = document
  const isFrozen = normalisation.reference.type === 'frozen'
  if (isFrozen && !frozen) throw new Error('a frozen reference has nobody to compare with')
  const [own, other]: [Prefix, Prefix | null] = isFrozen ? ['f', 'r'] : ['r', frozen ? 'f' : null]
  const pools = { r: poolNumbers(rolling), f: poolNumbers(frozen?.pools ?? []) }
  const used: readonly Prefix[] = frozen ? ['r', 'f'] : ['r']
  const { ends, widths } = blendsOf(lifecycle)
  const blends = widths.some((width) => width > 0) && used.some((prefix) => pools[prefix].length > 1)
  const ownPool = `{${own}_pools:Array(UInt8)}[stage + 1]`
  const tier = (score: string) =>
    `{tiers:Array(String)}[arrayCount(cut -> cut <= ${score}, {tierFroms:Array(Float64)})]`

  const sql = `
    INSERT INTO scores (
      workspace_id, run_id, person_id, as_of, state, raw, score, tier, stage, below, equal, baseline,
      counts, tenure_days, last_activity, account_id, other_score, other_tier, matched, last_matched, monetary
    )
    SELECT
      workspace_id, run_id, person_id, {asOf:DateTime64(3, 'UTC')}, state,
      if(scored, raw, NULL),
      if(scored, ${own}_score, NULL),
      if(scored, ${tier(`${own}_score`)}, ''),
      if(scored, {stages:Array(String)}[stage + 1], ''),
      if(scored, ${ofPool(own, '_below', pools[own], ownPool)}, 0),
      if(scored, ${ofPool(own, '', pools[own], ownPool)}, 0),
      if(scored, {${own}_sizes:Array(UInt32)}[stage + 1], 0),
      if(scored, counts, []),
      tenure_days, last_activity, account_id,
      ${other ? `if(scored, ${other}_score, NULL)` : 'NULL'},
      ${other ? `if(scored, ${tier(`${other}_score`)}, '')` : "''"},
      if(scored, matched, 0),
      if(scored, last_matched, NULL),
      if(scored, monetary, 0)
    FROM (
      SELECT *, ${used.map((prefix) => `${scoreSql(document, prefix, pools[prefix], blends)} AS ${prefix}_score`).join(',\n        ')}
      FROM (
        SELECT *, state = 'scored' AS scored, ${blends ? betweenSql : 'stage + 1 AS young'},
          ${used.map((prefix) => sidesSql(prefix, blends)).join(',')}
        FROM run_counts WHERE run_id = {run:UUID}
      ) AS person
      LEFT ANY JOIN (${placesSql(pools.r, frozen && pools.f, normalisation.zeros)}
      ) AS place USING (rank_key)
    )`
  return {
    sql,
    params: {
      workspace,
      run,
      asOf,
      ends,
      widths,
      stages: lifecycle.stages.map(({ key }) => key),
      tiers: tiers.map(({ key }) => key),
      tierFroms: tiers.map(({ from }) => from),
      ...params('r', rolling),
      ...(frozen && { version: frozen.version, ...params('f', frozen.pools) }),
    },
  }
}
