import { z } from 'zod'
import type { Tagged } from '@/lib/engagement/sql/kill-run'
import type { PersonRange } from '@/lib/engagement/sql/person-ranges'
import type { ContactDocument } from '@/lib/scoring/contacts/document'
import { defineCommand, defineQuery } from '@/lib/warehouse/define-query'
import { foldContacts } from '../fold/fold-contacts'

/** Everybody of a range at a past instant. */
export type PointOfRange = {
  workspace: string
  versionId: string
  document: ContactDocument
  range: PersonRange
  asOf: Date
  hasMerges: boolean
}

const anything = z.record(z.string(), z.unknown())

const foldOf = ({ document, range, asOf, hasMerges }: PointOfRange) =>
  foldContacts({
    document,
    scope: { rangeFrom: range.from, rangeTo: range.to },
    asOf,
    current: false,
    hasMerges,
  })

/** Stores who had how many stars then. */
export async function insertPoint(point: PointOfRange, tagged: Tagged): Promise<void> {
  const { sql, params } = foldOf(point)
  await defineCommand({
    name: 'contact-point',
    params: anything,
    sql: `
      INSERT INTO contact_points (workspace_id, version_id, as_of, person_id, score, stars)
      SELECT {workspace:UUID}, {version:UUID}, {pointAt:DateTime64(3, 'UTC')}, person_id, score, stars FROM (${sql})
      WHERE stars > 0`,
  })({ ...params, workspace: point.workspace, version: point.versionId, pointAt: point.asOf }, tagged)
}

export type StarsOfPoint = { stars: number; contacts: number }
const starRow = z.object({ stars: z.int(), contacts: z.coerce.number() })

/** How many had how many stars then, of a range, without storing who. */
export async function countPoint(point: PointOfRange, tagged: Tagged): Promise<StarsOfPoint[]> {
  const { sql, params } = foldOf(point)
  return defineQuery({
    name: 'count-contact-point',
    params: anything,
    row: starRow,
    sql: `SELECT stars, count() AS contacts FROM (${sql}) WHERE stars > 0 GROUP BY stars`,
  })({ ...params, workspace: point.workspace }, tagged)
}

const ofPoint = z.object({ workspace: z.uuid(), version: z.uuid(), at: z.date() })
const isOfPoint = `workspace_id = {workspace:UUID} AND version_id = {version:UUID} AND as_of = {at:DateTime64(3, 'UTC')}`

/** The same of what is stored. */
export const countStoredPoint = defineQuery({
  name: 'stored-contact-point',
  params: ofPoint,
  row: starRow,
  sql: `SELECT stars, count() AS contacts FROM contact_points FINAL WHERE ${isOfPoint} GROUP BY stars`,
})

/** Removes who had how many stars then. */
export const deletePoint = defineCommand({
  name: 'delete-contact-point',
  params: ofPoint,
  sql: `DELETE FROM contact_points WHERE ${isOfPoint}`,
})
