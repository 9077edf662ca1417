import type { EngagementDocument } from '@/lib/scoring/engagement/document'
import { DAY_MS, type Frame } from '@/lib/scoring/engagement/frame'
import { scoringBehaviors } from '@/lib/scoring/engagement/scoring-behaviors'
import { BoundValues } from './bound-values'
import { type Counting, activitySpans, firstMatches, windowCounts } from './event-passes'
import { termSql } from './kernel-sql'
import { knownPeople } from './person-facts'
import type { PersonRange } from './person-ranges'
import { resolvedRows } from './resolved-rows'
import { RunPoints, instantOfStamp } from './run-points'

type Work = {
  workspace: string
  /** The zone whose days are counted. */
  zone: string
  range: PersonRange
  hasMerges: boolean
  /** Whether n_j is stored, or raw alone; for all points, or for each in the order given. */
  keepCounts: boolean | readonly boolean[]
}

/**
 * First half of a run, for one range of people: who everybody is, what they did, and their raw score, at one instant or
 * at many; a row per person and point. One pass over all history for first and last activity, one over the windows for
 * the rest, in which an event stands once for each window that holds it. The SQL is made from the document, its values
 * are bound. The same answers as `measurePerson` of the pure core, which follow from the set of events alone: sums are
 * of whole numbers, and terms are summed in the model's order.
 *
 * @param points in any order; their windows must not overtake each other (throws), which those of local days never do
 */
export function countBehaviors(
  document: EngagementDocument,
  points: readonly { run: string; frame: Frame }[],
  { workspace, zone, range, hasMerges, keepCounts }: Work,
): { sql: string; params: Record<string, unknown> } {
  const { lifecycle, population } = document
  const behaviors = scoringBehaviors(document).map((behavior, j) => ({ ...behavior, j }))
  const values = new BoundValues()
  const kept = (index: number) =>
    typeof keepCounts === 'boolean' ? keepCounts : (keepCounts[index] ?? false)
  const at = new RunPoints(
    points.map((point, index) => ({ ...point, keepCounts: kept(index) })),
    values,
  )
  const counting: Counting = { behaviors, points: at, values, hasMerges }
  const spans = activitySpans(counting)
  const firsts = firstMatches(counting)
  const once = [...spans.once, ...(firsts?.once ?? [])].join(', ')
  const counts = windowCounts(counting)

  const n = (j: number) => `counts[${j + 1}]`
  const terms = behaviors.flatMap((behavior) =>
    behavior.enabled ? termSql(n(behavior.j), behavior, values) : [],
  )
  const untilDays = values.bind(
    'Array(Float64)',
    lifecycle.stages.flatMap(({ untilDay }) => untilDay ?? []),
  )
  const each = counts.perPoint.map((name) => `arrayResize(${name}, ${at.count}) AS ${name}`)

  const sql = `
INSERT INTO run_counts
  (workspace_id, run_id, person_id, state, stage, tenure_days, raw, rank_key, counts, last_activity, account_id,
    matched, last_matched, monetary)
SETTINGS max_partitions_per_insert_block = 0
WITH
  known AS (${knownPeople(population, values, hasMerges)}),
  spans AS (${spans.sql}),${firsts ? `\n  firsts AS (${firsts.sql}),` : ''}
  done AS (${counts.sql}),
  member AS (
    SELECT person, argMax(account_id, (joined_at, account_id)) AS account
    FROM (${resolvedRows({ table: 'person_accounts', columns: 'account_id, joined_at' }, hasMerges)})
    GROUP BY person
  )
SELECT
  {workspace:UUID}, ${at.run}, person,
  multiIf(
    refused, 'unknown',
    excluded, 'excluded',
    NOT seen, 'not-yet-seen',
    last < ${at.activeFrom}, 'dormant',
    tenure < ${values.number(population.graceDays)}, 'grace',
    'scored'),
  arrayCount(untilDay -> untilDay <= tenure, ${untilDays}),
  tenure, raw, floor(raw * 1e9 + 0.5),
  if(${at.keepCounts}, counts, []),
  if(seen, fromUnixTimestamp64Milli(last, 'UTC'), NULL),
  account, matched,
  if(matched = 0, NULL, fromUnixTimestamp64Milli(last_matched, 'UTC')),
  monetary
FROM (
  SELECT p, person, refused, excluded, account, seen, last, counts, matched, last_matched, monetary,
    if(seen, (${at.asOf} - least(first, ifNull(created, first))) / ${DAY_MS}, 0) AS tenure,
    ${['toFloat64(0)', ...terms].join(' + ')} AS raw
  FROM (
    SELECT p, person, refused, excluded, account, created,
      first_stamp > 0 AND ${instantOfStamp('first_stamp')} < ${at.asOf} AS seen,
      ${instantOfStamp('first_stamp')} AS first, ${instantOfStamp('last_stamp')} AS last,
      [${counts.counts.join(', ')}] AS counts,
      matched, ${instantOfStamp('matched_stamp')} AS last_matched, ${counts.monetary} AS monetary
    FROM (
      SELECT person, refused, excluded, created, account, ${once}, ${counts.perPoint.join(', ')},
        arrayFill(stamp -> stamp != 0, arrayResize(lasts, ${at.count})) AS lasts
      FROM known FULL JOIN spans USING (person) LEFT JOIN member USING (person) LEFT JOIN done USING (person)${firsts ? ' LEFT JOIN firsts USING (person)' : ''}
    )
    ARRAY JOIN range(1, ${at.count} + 1) AS p, lasts AS last_stamp, ${each.join(', ')}
  )
)`

  return {
    sql,
    params: {
      ...values.params,
      workspace,
      zone,
      rangeFrom: range.from,
      rangeTo: range.to,
      seenFrom: at.seenFrom,
      seenUntil: at.seenUntil,
    },
  }
}
