import { z } from 'zod'
import { defineQuery } from '@/lib/warehouse/define-query'

const columns = `
  changed_at AS at, score_before AS scoreBefore, stars_before AS starsBefore, score_after AS scoreAfter,
  stars_after AS starsAfter, cause, cause_at AS causeAt, version_id AS versionId, toString(person_id) AS person`

const row = z.object({
  at: z.coerce.date(),
  scoreBefore: z.number(),
  starsBefore: z.int(),
  scoreAfter: z.number(),
  starsAfter: z.int(),
  cause: z.string(),
  causeAt: z.coerce.date().nullable(),
  versionId: z.uuid(),
  person: z.string(),
})

/** Changes of the stars of somebody, by all their ids, the newest first, behind so many of them. */
export const contactChanges = defineQuery({
  name: 'contact-changes',
  params: z.object({
    workspace: z.uuid(),
    model: z.uuid(),
    people: z.array(z.bigint()),
    skip: z.int(),
    limit: z.int(),
  }),
  row,
  sql: `
    SELECT ${columns} FROM rating_changes
    WHERE workspace_id = {workspace:UUID} AND model_id = {model:UUID} AND person_id IN {people:Array(UInt64)}
    ORDER BY changed_at DESC, person_id, starsBefore
    LIMIT {limit:UInt32} OFFSET {skip:UInt32}`,
})

/** The newest change of each of some people under a version since an instant. */
export const newestChanges = defineQuery({
  name: 'newest-changes',
  params: z.object({
    workspace: z.uuid(),
    model: z.uuid(),
    version: z.uuid(),
    people: z.array(z.bigint()),
    since: z.date(),
  }),
  row,
  sql: `
    SELECT ${columns} FROM rating_changes
    WHERE workspace_id = {workspace:UUID} AND model_id = {model:UUID} AND version_id = {version:UUID}
      AND person_id IN {people:Array(UInt64)} AND changed_at >= {since:DateTime64(3, 'UTC')}
    ORDER BY changed_at DESC LIMIT 1 BY person_id`,
})
