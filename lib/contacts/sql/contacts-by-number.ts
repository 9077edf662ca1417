import { z } from 'zod'
import { defineQuery } from '@/lib/warehouse/define-query'
import { type Listing, isListed, listingParams } from './listing'
import { ratings, ratingsSettings } from './rated'
import { ratingColumns, ratingRow } from './ratings-of'

const numbers = { score: 'score', lastAction: 'toFloat64(toUnixTimestamp64Milli(last_action_at))' } as const

export type NumberSort = keyof typeof numbers

/** One page of ratings by a number, those with the same in the order of ids; behind a place where it goes on. */
export const contactsByNumber = (
  listing: Listing,
  sort: NumberSort,
  order: 'asc' | 'desc',
  goesOn: boolean,
) => {
  const past = order === 'asc' ? '>' : '<'
  const key = numbers[sort]
  const behind = `(${key} ${past} {afterKey:Float64} OR (${key} = {afterKey:Float64} AND person_id > {afterPerson:UInt64}))`
  return defineQuery({
    name: 'contacts-by-number',
    params: listingParams.extend({
      limit: z.int(),
      afterKey: z.number().optional(),
      afterPerson: z.bigint().optional(),
    }),
    row: ratingRow.extend({ key: z.number() }),
    sql: `
      ${ratings(`${ratingColumns}, ${key} AS key`, `${isListed(listing)} ${goesOn ? `AND ${behind}` : ''}`)}
      ORDER BY key ${order}, person_id
      LIMIT {limit:UInt32}
      ${ratingsSettings}`,
  })
}

/** How many contacts a listing has on all its pages. */
export const countContacts = (listing: Listing) =>
  defineQuery({
    name: 'count-contacts',
    params: listingParams,
    row: z.object({ contacts: z.coerce.number() }),
    sql: `${ratings('count() AS contacts', isListed(listing))} ${ratingsSettings}`,
  })
