import { z } from 'zod'
import { defineQuery } from '@/lib/warehouse/define-query'
import { type Listing, listedPeople, listingParams } from './listed-people'

const numbers = {
  score: 'score',
  raw: 'raw',
  lastActivity: 'toFloat64(toUnixTimestamp64Milli(last_activity))',
} as const

export type NumberSort = keyof typeof numbers

/** Sorts behind every value: people without one come last, whichever the direction. */
const nothing = '1e300'

/** One page of a listing by a number, people without it last, those with the same in the order of their ids. */
export const peopleByNumber = (listing: Listing, sort: NumberSort, order: 'asc' | 'desc', goesOn: boolean) =>
  defineQuery({
    name: 'people-by-number',
    params: listingParams.extend({
      limit: z.int(),
      /** Where the page before ended. */
      afterKey: z.number().optional(),
      afterPerson: z.bigint().optional(),
    }),
    row: z.object({
      person: z.string(),
      key: z.number(),
      /** With a search: people on all pages. Without one `countPeople` is much cheaper. */
      total: z.coerce.number(),
    }),
    sql: `
      SELECT person, ifNull(${order === 'asc' ? '' : '-'}${numbers[sort]}, ${nothing}) AS key,
        ${listing.search ? 'count() OVER ()' : '0'} AS total
      FROM (${listedPeople(listing)})
      ${goesOn ? 'WHERE key > {afterKey:Float64} OR (key = {afterKey:Float64} AND person > {afterPerson:UInt64})' : ''}
      ORDER BY key, person
      LIMIT {limit:UInt32}`,
  })
