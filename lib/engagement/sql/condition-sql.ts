import type { Condition, Conditions } from '@/lib/scoring/engagement/condition'
import type { BoundValues } from './bound-values'
import { isNumber, isText, isThere, numberOf, textOf } from './json-sql'

const comparisons = { lt: '<', lte: '<=', gt: '>', gte: '>=' } as const

function equals(json: string, value: string | number | boolean, values: BoundValues): string {
  switch (typeof value) {
    case 'string':
      return `${isText(json)} AND ${textOf(json)} = ${values.text(value)}`
    case 'number':
      return `${isNumber(json)} AND ${numberOf(json)} = ${values.number(value)}`
    case 'boolean':
      return `${json} = '${value}'`
  }
}

function conditionSql(json: string, condition: Condition, values: BoundValues): string {
  switch (condition.op) {
    case 'eq':
      return equals(json, condition.value, values)
    case 'ne':
      return `${isThere(json)} AND NOT (${equals(json, condition.value, values)})`
    case 'lt':
    case 'lte':
    case 'gt':
    case 'gte':
      return `${isNumber(json)} AND ${numberOf(json)} ${comparisons[condition.op]} ${values.number(condition.value)}`
    case 'contains':
      return `${isText(json)} AND position(${textOf(json)}, ${values.text(condition.value)}) > 0`
    case 'exists':
      return isThere(json)
  }
}

/**
 * The conditions of `lib/scoring/engagement/condition` as SQL.
 *
 * @param jsonOf the SQL of a property's JSON, empty where it is absent
 */
export function conditionsSql(
  { where, join }: Conditions,
  jsonOf: (property: string) => string,
  values: BoundValues,
): string {
  if (where.length === 0) return '1'
  const each = where.map((condition) => `(${conditionSql(jsonOf(condition.property), condition, values)})`)
  return `(${each.join(join === 'all' ? ' AND ' : ' OR ')})`
}
