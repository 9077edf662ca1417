import { z } from 'zod'
import type { Tagged } from '@/lib/engagement/sql/kill-run'
import type { PersonRange } from '@/lib/engagement/sql/person-ranges'
import type { ContactDocument } from '@/lib/scoring/contacts/document'
import { defineCommand, defineQuery } from '@/lib/warehouse/define-query'
import { foldContacts } from '../../sql/fold/fold-contacts'

/** Everybody of a range at some past instants. */
export type PointsOfRange = {
  workspace: string
  versionId: string
  document: ContactDocument
  range: PersonRange
  points: readonly Date[]
  hasMerges: boolean
}

const anything = z.record(z.string(), z.unknown())

function foldOf({ workspace, versionId, document, range, points, hasMerges }: PointsOfRange) {
  const newest = new Date(Math.max(...points.map((point) => point.getTime())))
  const scope = { rangeFrom: range.from, rangeTo: range.to }
  const { sql, params } = foldContacts({ document, scope, asOf: newest, current: false, hasMerges, points })
  return { sql, params: { ...params, workspace, version: versionId } }
}

/** Stores who had how many stars then. */
export async function insertPoints(of: PointsOfRange, tagged: Tagged): Promise<void> {
  const { sql, params } = foldOf(of)
  await defineCommand({
    name: 'contact-points',
    params: anything,
    sql: `
      INSERT INTO contact_points (workspace_id, version_id, as_of, person_id, score, stars)
      SELECT {workspace:UUID}, {version:UUID}, fromUnixTimestamp64Milli(point, 'UTC'), person_id, score, stars
      FROM (${sql})`,
  })(params, tagged)
}

/** How many had how many stars at a point. */
export type StarsOfPoint = { at: number; stars: number; contacts: number }
const starRow = z.object({ at: z.coerce.number(), stars: z.int(), contacts: z.coerce.number() })

/** Counts without storing who. */
export async function countPoints(of: PointsOfRange, tagged: Tagged): Promise<StarsOfPoint[]> {
  const { sql, params } = foldOf(of)
  return defineQuery({
    name: 'count-contact-points',
    params: anything,
    row: starRow,
    sql: `SELECT point AS at, stars, count() AS contacts FROM (${sql}) GROUP BY point, stars`,
  })(params, tagged)
}

const ofPoints = z.object({ workspace: z.uuid(), version: z.uuid(), points: z.array(z.number()) })
const isOfPoints = `workspace_id = {workspace:UUID} AND version_id = {version:UUID}
  AND toUnixTimestamp64Milli(as_of) IN {points:Array(Int64)}`

/** Counts what is stored, of points in milliseconds since 1970. */
export const countStoredPoints = defineQuery({
  name: 'stored-contact-points',
  params: ofPoints,
  row: starRow,
  sql: `
    SELECT toUnixTimestamp64Milli(as_of) AS at, stars, count() AS contacts
    FROM contact_points FINAL WHERE ${isOfPoints} GROUP BY at, stars`,
})

/** Removes who had how many stars at points, in milliseconds since 1970. */
export const deletePointPeople = defineCommand({
  name: 'delete-contact-points',
  params: ofPoints,
  sql: `DELETE FROM contact_points WHERE ${isOfPoints}`,
})
