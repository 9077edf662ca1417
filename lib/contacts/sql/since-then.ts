import { z } from 'zod'
import { defineQuery } from '@/lib/warehouse/define-query'
import { ofVersion, pointsThen, ratings, ratingsSettings } from './rated'

/** Largest changes that are kept of each pair of stars. */
const MOST = 8

/**
 * How many contacts went from which stars at a past point to which now, 0 for those who were no contact then, and of each
 * pair those whose score changed most.
 */
export const sinceThen = defineQuery({
  name: 'since-then',
  params: z.object({ ...ofVersion, then: z.date() }),
  row: z.object({
    before: z.int(),
    after: z.int(),
    contacts: z.coerce.number(),
    /** Minus the change of score, the person, the score then and now. */
    movers: z.array(z.tuple([z.number(), z.string(), z.number(), z.number()])),
  }),
  sql: `
    SELECT then.stars AS before, now.stars AS after, count() AS contacts,
      if(before = after, [], groupArraySorted(${MOST})(
        (-abs(now.score - then.score), toString(now.person_id), then.score, now.score))) AS movers
    FROM (${ratings('person_id, score, stars')}) AS now
    LEFT JOIN (${pointsThen('person_id, score, stars')}) AS then ON then.person_id = now.person_id
    GROUP BY before, after
    ${ratingsSettings}`,
})

export type Went = Awaited<ReturnType<typeof sinceThen>>[number]
