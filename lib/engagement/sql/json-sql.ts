import { LARGEST_VALUE } from '@/lib/scoring/engagement/measure'

/**
 * JSON that the engine reads as JavaScript does: whole numbers beyond 64 bits, which would make it give up the whole
 * text, become fractional ones. Twice, as neighbours in a list share their comma.
 */
export function readableJson(column: string): string {
  const beyond = `'(^|[:,\\\\[])(-?[0-9]{19,})($|[,}\\\\]])'`
  const once = (text: string) => `replaceRegexpAll(${text}, ${beyond}, '\\\\1\\\\2.0\\\\3')`
  return `if(match(${column}, '[0-9]{19}') AND NOT isValidJSON(${column}), ${once(once(column))}, ${column})`
}

/**
 * The JSON of one property of an object; empty where it is absent. `name` is a bound text. The engine writes a number
 * without the fraction that made it readable.
 */
export function propertyJson(object: string, name: string): string {
  const json = `JSONExtractRaw(${object}, ${name})`
  return `if(length(${json}) > 18 AND match(${json}, '^-?[0-9]+$'), concat(${json}, '.0'), ${json})`
}

/** Of the JSON of one value: whether it is there (JSON null is not), a number, a text. */
export const isThere = (json: string) => `${json} NOT IN ('', 'null')`
export const isNumber = (json: string) => `JSONType(${json}) IN ('Int64', 'UInt64', 'Double')`
export const isText = (json: string) => `JSONType(${json}) = 'String'`
export const numberOf = (json: string) => `JSONExtractFloat(${json})`
export const textOf = (json: string) => `JSONExtractString(${json})`

/** The value of a property: `valueOf` of the pure core, of the property's JSON. */
export const valueSql = (json: string) =>
  `if(${isNumber(json)}, greatest(-${LARGEST_VALUE}., least(${LARGEST_VALUE}., ${numberOf(json)})), toFloat64(0))`
