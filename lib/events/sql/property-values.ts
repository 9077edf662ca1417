import { z } from 'zod'
import { propertyJson, readableJson } from '@/lib/engagement/sql/json-sql'
import { activityKinds } from '@/lib/ingest/canonical-event'
import { defineQuery } from '@/lib/warehouse/define-query'

/** Above this a text is a story rather than a value to choose. */
const longestValue = 200

const kinds = activityKinds.map((kind) => `'${kind}'`).join(', ')

const ofEvent = `
  workspace_id = {workspace:UUID} AND kind IN (${kinds}) AND ({event:String} = '*' OR name = {event:String})`

const isType = (...types: string[]) => `JSONType(json) IN (${types.map((type) => `'${type}'`).join(', ')})`
const isNumber = isType('Int64', 'UInt64', 'Double')
const isScalar = isType('Int64', 'UInt64', 'Double', 'String', 'Bool')

/**
 * One row: of the newest `newest` events of a name, the values that a property had, each as JSON, the most frequent
 * first. The instant from which they are the newest is found first, so that only their properties are read.
 */
export const propertyValues = defineQuery({
  name: 'property-values',
  params: z.object({
    workspace: z.uuid(),
    event: z.string(),
    property: z.string(),
    newest: z.int(),
    limit: z.int(),
  }),
  row: z.object({
    /** Events looked at. */
    events: z.coerce.number(),
    texts: z.coerce.number(),
    numbers: z.coerce.number(),
    booleans: z.coerce.number(),
    /** Lists and objects. */
    others: z.coerce.number(),
    least: z.number().nullable(),
    most: z.number().nullable(),
    values: z.array(z.tuple([z.string(), z.coerce.number()])),
  }),
  sql: `
    WITH (
      SELECT min(occurred_at) FROM (
        SELECT occurred_at FROM events WHERE ${ofEvent} ORDER BY occurred_at DESC LIMIT {newest:UInt32}
      )
    ) AS since
    SELECT sum(n) AS events,
      sumIf(n, ${isType('String')}) AS texts,
      sumIf(n, ${isNumber}) AS numbers,
      sumIf(n, ${isType('Bool')}) AS booleans,
      sumIf(n, ${isType('Array', 'Object')}) AS others,
      minOrNullIf(JSONExtractFloat(json), ${isNumber}) AS least,
      maxOrNullIf(JSONExtractFloat(json), ${isNumber}) AS most,
      arrayMap(
        counted -> (counted.2, counted.1),
        arraySlice(
          arraySort(counted -> (-counted.1, counted.2), groupArrayIf((toInt64(n), json), ${isScalar} AND length(json) <= ${longestValue})),
          1, {limit:UInt32}
        )
      ) AS values
    FROM (
      SELECT json, count() AS n
      FROM (
        SELECT ${propertyJson('readable', '{property:String}')} AS json
        FROM (
          SELECT ${readableJson('properties')} AS readable
          FROM events
          WHERE ${ofEvent} AND occurred_at >= since
          LIMIT {newest:UInt32}
        )
      )
      GROUP BY json
    )`,
})
