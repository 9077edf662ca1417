import { activityKinds } from '@/lib/ingest/canonical-event'
import type { Behavior, EngagementDocument } from '@/lib/scoring/engagement/document'
import type { Frame } from '@/lib/scoring/engagement/frame'
import type { PersonRange } from './person-ranges'
import { resolvedRows } from './resolved-rows'

type Params = Record<string, unknown>

const eventNames = ({ match }: Behavior) => match.any.map(({ event }) => event)

/** n_j over the activity of one person: see `lib/scoring/engagement/measure` and `match`. */
function measureColumn(behavior: Behavior, j: number): string {
  const named = eventNames(behavior).includes('*') ? '' : ` AND name IN {events_${j}:Array(String)}`
  const counted = `occurred_at >= {windowFrom:DateTime64(3, 'UTC')}${named}`
  switch (behavior.measure.type) {
    case 'count':
      return `countIf(${counted})`
    case 'days':
      return `uniqExactIf(toDate(occurred_at, {zone:String}), ${counted})`
    case 'once':
      return `max(${counted})`
  }
}

/** `w_j · min(c_j, n_j)`: see `lib/scoring/engagement/raw-score`. */
function term({ cap }: Behavior, j: number): string {
  const n = `counts[${j + 1}]`
  return `{weight_${j}:Float64} * ${cap === null ? n : `least({cap_${j}:Float64}, ${n})`}`
}

function behaviorParams(behaviors: readonly Behavior[]): Params {
  const params: Params = {}
  behaviors.forEach((behavior, j) => {
    if (!eventNames(behavior).includes('*')) params[`events_${j}`] = eventNames(behavior)
    if (!behavior.enabled) return
    params[`weight_${j}`] = behavior.weight
    if (behavior.cap !== null) params[`cap_${j}`] = behavior.cap
  })
  return params
}

const domain = (address: string) => `lower(trimBoth(splitByChar('@', ${address})[-1]))`

/** A trait `createdAt`: ISO 8601 or epoch seconds or milliseconds; null where it is neither. */
const createdAt = `multiIf(
  JSONType(value) = 'String', parseDateTime64BestEffortOrNull(JSONExtractString(value), 3, 'UTC'),
  JSONExtractFloat(value) > 0 AND JSONExtractFloat(value) < 1e11,
    fromUnixTimestamp64Milli(toInt64(JSONExtractFloat(value) * 1000), 'UTC'),
  JSONExtractFloat(value) >= 1e11 AND JSONExtractFloat(value) < 5e12,
    fromUnixTimestamp64Milli(toInt64(JSONExtractFloat(value)), 'UTC'),
  NULL)`

/**
 * First half of a run, for one range of people: who everybody is, what they did, and their raw score. One pass over
 * the range's events. The SQL is made from the document, its values are bound. The same answers as
 * `scorePopulation` of the pure core: terms are summed in the same order.
 */
export function countBehaviors(
  document: EngagementDocument,
  frame: Frame,
  run: { workspace: string; run: string; zone: string; range: PersonRange; hasMerges: boolean },
): { sql: string; params: Params } {
  const { behaviors, lifecycle, population } = document
  const rows = (source: Parameters<typeof resolvedRows>[0]) => resolvedRows(source, run.hasMerges)
  const sum = behaviors.flatMap((behavior, j) => (behavior.enabled ? term(behavior, j) : [])).join(' + ')

  const sql = `
INSERT INTO run_counts
  (workspace_id, run_id, person_id, state, stage, tenure_days, raw, rank_key, counts, last_activity, account_id)
WITH
  activity AS (
    SELECT person, min(occurred_at) AS first, max(occurred_at) AS last, 1 AS active,
      arrayMap(n -> toFloat64(n), [${behaviors.map(measureColumn).join(',\n        ')}]) AS counts
    FROM (${rows({
      table: 'events',
      columns: 'occurred_at, name',
      where: `occurred_at < {asOf:DateTime64(3, 'UTC')} AND kind IN (${activityKinds.map((kind) => `'${kind}'`).join(', ')})`,
    })})
    GROUP BY person
  ),
  known AS (
    SELECT person, max(domain IN {domains:Array(String)}) AS excluded, min(created) AS created
    FROM (
      SELECT person, domain, NULL AS created FROM (${rows({
        table: 'identities',
        columns: `if(startsWith(identity, 'email:'), ${domain('substring(identity, 7)')}, '') AS domain`,
      })})
      UNION ALL
      SELECT person, domain, created FROM (${rows({
        table: 'person_traits FINAL',
        columns: `if(key = 'email', ${domain('JSONExtractString(value)')}, '') AS domain, if(key = 'createdAt', ${createdAt}, NULL) AS created`,
        where: `key IN ('email', 'createdAt')`,
      })})
    )
    GROUP BY person
  ),
  member AS (
    SELECT person, argMax(account_id, (joined_at, account_id)) AS account
    FROM (${rows({ table: 'person_accounts', columns: 'account_id, joined_at' })})
    GROUP BY person
  )
SELECT
  {workspace:UUID}, {run:UUID}, person,
  multiIf(excluded, 'excluded', active = 0, 'not-yet-seen', last < {activeFrom:DateTime64(3, 'UTC')}, 'dormant', 'scored'),
  arrayCount(untilDay -> untilDay <= tenure, {untilDays:Array(Float64)}),
  if(active = 0, 0, dateDiff('millisecond', least(first, ifNull(created, first)), {asOf:DateTime64(3, 'UTC')}) / 86400000) AS tenure,
  ${sum === '' ? 'toFloat64(0)' : `0 + ${sum}`} AS raw,
  floor(raw * 1e9 + 0.5),
  counts,
  if(active = 0, NULL, last),
  account
FROM activity FULL JOIN known USING (person) LEFT JOIN member USING (person)`

  return {
    sql,
    params: {
      workspace: run.workspace,
      run: run.run,
      zone: run.zone,
      rangeFrom: run.range.from,
      rangeTo: run.range.to,
      asOf: new Date(frame.asOf),
      windowFrom: new Date(frame.windowFrom),
      activeFrom: new Date(frame.activeFrom),
      untilDays: lifecycle.stages.flatMap(({ untilDay }) => untilDay ?? []),
      domains: population.excludeEmailDomains,
      ...behaviorParams(behaviors),
    },
  }
}
