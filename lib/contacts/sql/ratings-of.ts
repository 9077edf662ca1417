import { z } from 'zod'
import { defineQuery } from '@/lib/warehouse/define-query'
import { ofVersion, ratings, ratingsSettings } from './rated'

/** What is read of a rating, by the names of the API. */
export const ratingColumns = `toString(person_id) AS person, score, stars, last_action AS lastAction,
  last_action_at AS lastActionAt, last_response_at AS lastResponseAt, bounces, complaints, unsubscribed`

export const ratingRow = z.object({
  person: z.string(),
  score: z.number(),
  stars: z.int(),
  lastAction: z.string(),
  lastActionAt: z.coerce.date(),
  lastResponseAt: z.coerce.date().nullable(),
  bounces: z.int(),
  complaints: z.int(),
  unsubscribed: z.boolean(),
})

/** The ratings of some contacts, by their ids after merges. */
export const ratingsOf = defineQuery({
  name: 'ratings-of',
  params: z.object({ ...ofVersion, people: z.array(z.bigint()) }),
  row: ratingRow,
  sql: `${ratings(ratingColumns, 'person_id IN {people:Array(UInt64)}')} ${ratingsSettings}`,
})

export type Rating = z.output<typeof ratingRow>

/** The stars that contacts had at a past point; no row for who was no contact then. */
export const starsThen = defineQuery({
  name: 'stars-then',
  params: z.object({ ...ofVersion, people: z.array(z.bigint()), then: z.date() }),
  row: z.object({ person: z.string(), stars: z.int() }),
  sql: `
    SELECT toString(person_id) AS person, stars FROM contact_points FINAL
    WHERE workspace_id = {workspace:UUID} AND version_id = {version:UUID}
      AND as_of = {then:DateTime64(3, 'UTC')} AND person_id IN {people:Array(UInt64)}`,
})
