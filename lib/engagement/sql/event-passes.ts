import type { Behavior } from '@/lib/scoring/engagement/document'
import type { BoundValues } from './bound-values'
import { type Indexed, bitsOf } from './match-sql'
import { isActivity, matchedEvents, summedProperties } from './matched-events'
import { type MeasureColumns, dayWord, dayWords, measureColumns } from './measure-columns'
import { resolvedRows } from './resolved-rows'
import { type RunPoints, stampOf } from './run-points'

/** What the passes over the events are made from. */
export type Counting = {
  behaviors: readonly Indexed[]
  points: RunPoints
  values: BoundValues
  hasMerges: boolean
}

/** A pass over the events: a row per person, with what it tells as arrays of an entry per point, or once for all. */
export type EventPass = { sql: string; perPoint: readonly string[]; once: readonly string[] }

const before = `occurred_at < {seenUntil:DateTime64(3, 'UTC')}`
const since = `occurred_at >= {seenFrom:DateTime64(3, 'UTC')}`

/** Over all history: `first_stamp`, that of the first activity, and `lasts`, that of the newest between two points. */
export function activitySpans({ points, hasMerges }: Counting): EventPass {
  const columns = 'toUnixTimestamp64Milli(occurred_at) AS at'
  const rows = resolvedRows({ table: 'events', columns, where: `${before} AND ${isActivity}` }, hasMerges)
  const seen = points.count > 1 ? `SELECT person, at, ${points.firstSeeing('at')} AS p FROM (${rows})` : rows
  return {
    sql: `
    SELECT person, min(${stampOf('at')}) AS first_stamp, ${points.aggregate('max', stampOf('at'))} AS lasts
    FROM (${seen})
    GROUP BY person`,
    perPoint: ['lasts'],
    once: ['first_stamp'],
  }
}

/** Over all history: `first_<j>`, the stamp of the first match, for each behavior that asks for it; null without any. */
export function firstMatches({ behaviors, values, hasMerges }: Counting): EventPass | null {
  const asking = behaviors.filter(({ measure }) => measure.type === 'first')
  if (asking.length === 0) return null
  const firsts = asking.map(({ j }) => `minIf(${stampOf('at')}, bitTest(mask, ${j})) AS first_${j}`)
  return {
    sql: `
    SELECT person, ${firsts.join(', ')}
    FROM (${matchedEvents(asking, { where: before, hasMerges, values })})
    GROUP BY person`,
    perPoint: [],
    once: asking.map(({ j }) => `first_${j}`),
  }
}

export type WindowPass = EventPass & {
  /** n_j of each behavior, disabled ones included. */
  counts: readonly string[]
  /** See `BehaviorCounts`. */
  monetary: string
}

/** In the windows: what every behavior measures, and what RFM asks: `matched` and `matched_stamp`, of the newest. */
export function windowCounts({ behaviors, points, values, hasMerges }: Counting): WindowPass {
  const summed = summedProperties(behaviors)
  const valueOf = (property: string) => `value_${summed.indexOf(property)}`
  const measures = behaviors.map((behavior) => measureColumns(behavior, valueOf, points, values))
  const strategic = strategicValue(behaviors, measures, points)
  const aggregates = Object.entries({
    ...(Object.assign({}, ...measures.map((one) => one.aggregates)) as Record<string, string>),
    ...strategic.aggregates,
  })

  const events = matchedEvents(behaviors, { where: `${since} AND ${before}`, hasMerges, values })
  const held =
    points.count > 1 ? `SELECT *, arrayJoin(${points.ofWindow('at')}) AS p FROM (${events})` : events
  const asksDays = behaviors.some(({ measure, kernel }) => measure.type === 'days' && kernel.type === 'none')
  const words = asksDays ? dayWords(points).map((word) => `${dayWord(word, points)} AS word_${word}`) : []
  return {
    sql: `
    SELECT person,
      ${aggregates.map(([name, sql]) => `${sql} AS ${name}`).join(',\n      ')}
    FROM (${words.length > 0 ? `SELECT *, ${words.join(', ')} FROM (${held})` : held})
    GROUP BY person`,
    perPoint: aggregates.map(([name]) => name),
    once: [],
    counts: measures.map(({ n }) => n),
    monetary: strategic.monetary,
  }
}

/** `monetaryOf` of the pure core, and which events it counts. */
function strategicValue(
  behaviors: readonly Indexed[],
  measures: readonly MeasureColumns[],
  points: RunPoints,
) {
  const enabled = behaviors.filter((behavior) => behavior.enabled)
  const bits = (those: readonly Indexed[]) => bitsOf(those.map(({ j }) => j))
  const isMatched = `bitAnd(mask, ${bits(enabled)}) != 0`
  const aggregates: Record<string, string> = {
    matched: points.aggregate('countIf', isMatched),
    matched_stamp: points.aggregate('maxIf', stampOf('at'), isMatched),
  }
  const totals = enabled.flatMap(({ j }) => measures[j]?.total ?? [])
  if (totals.length > 0) return { aggregates, monetary: totals.join(' + ') }
  if (enabled.length === 0) return { aggregates, monetary: 'toFloat64(0)' }

  const worthOf = ({ value }: Behavior) => value ?? 1
  const worth = [...new Set(enabled.map(worthOf))].map((each) => {
    const those = enabled.filter((behavior) => worthOf(behavior) === each)
    return `${each} * bitCount(bitAnd(mask, ${bits(those)}))`
  })
  aggregates.worth = points.aggregate('sum', worth.join(' + '))
  return { aggregates, monetary: 'toFloat64(worth)' }
}
