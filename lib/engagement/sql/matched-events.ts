import { activityKinds } from '@/lib/ingest/canonical-event'
import type { Behavior } from '@/lib/scoring/engagement/document'
import type { BoundValues } from './bound-values'
import { propertyJson, readableJson, valueSql } from './json-sql'
import { type Indexed, matchSql } from './match-sql'
import { resolvedRows } from './resolved-rows'
import { dayOf } from './run-points'

export const isActivity = `kind IN (${activityKinds.map((kind) => `'${kind}'`).join(', ')})`

/** What conditions and sums ask of an event, each property once. */
function propertiesAsked(behaviors: readonly Behavior[]): readonly string[] {
  const conditions = behaviors.flatMap(({ match }) => match.any.flatMap(({ where }) => where))
  return [...new Set([...conditions.map(({ property }) => property), ...summedProperties(behaviors)])]
}

/** The properties that behaviors sum. */
export const summedProperties = (behaviors: readonly Behavior[]): readonly string[] => [
  ...new Set(behaviors.flatMap(({ measure }) => (measure.type === 'sum' ? measure.property : []))),
]

/** The properties of the events whose name asks for them, `{}` of all others. */
function propertiesOf(behaviors: readonly Behavior[], values: BoundValues): string {
  const matchers = behaviors.flatMap(({ match, measure }) =>
    match.any.filter(({ where }) => where.length > 0 || measure.type === 'sum'),
  )
  const names = [...new Set(matchers.map(({ event }) => event))]
  if (names.includes('*')) return readableJson('properties')
  return `if(name IN ${values.bind('Array(String)', names)}, ${readableJson('properties')}, '{}')`
}

/**
 * Activity that at least one of the behaviors matches, as rows of `person`, `at` (ms), `mask` (see `matchSql`), `day`
 * and `value_<k>`, that of the k-th of `summedProperties`. Every step is a query of its own, so that nothing is written
 * twice.
 *
 * @param where which events are read
 */
export function matchedEvents(
  behaviors: readonly Indexed[],
  { where, hasMerges, values }: { where: string; hasMerges: boolean; values: BoundValues },
): string {
  const asked = propertiesAsked(behaviors)
  const jsonOf = (property: string) => `json_${asked.indexOf(property)}`
  const { mask, where: named } = matchSql(behaviors, jsonOf, values)
  const read = resolvedRows(
    {
      table: 'events',
      columns: `occurred_at, name${asked.length > 0 ? ', properties' : ''}`,
      where: `${where} AND ${isActivity} AND ${named}`,
    },
    hasMerges,
  )
  const rows =
    asked.length === 0
      ? read
      : `
      SELECT person, occurred_at, name,
        ${asked.map((property) => `${propertyJson('json', values.text(property))} AS ${jsonOf(property)}`).join(', ')}
      FROM (SELECT person, occurred_at, name, ${propertiesOf(behaviors, values)} AS json FROM (${read}))`
  const sums = summedProperties(behaviors).map(
    (property, k) => `, ${valueSql(jsonOf(property))} AS value_${k}`,
  )
  return `
      SELECT person, toUnixTimestamp64Milli(occurred_at) AS at, ${dayOf('occurred_at')} AS day, ${mask} AS mask${sums.join('')}
      FROM (${rows})
      WHERE mask != 0`
}
