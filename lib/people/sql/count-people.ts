import { z } from 'zod'
import { defineQuery } from '@/lib/warehouse/define-query'
import { type Listing, listedPeople, listingParams } from './listed-people'

/** How many people a listing has on all its pages. */
export const countPeople = (listing: Listing) =>
  defineQuery({
    name: 'count-people',
    params: listingParams,
    row: z.object({ people: z.coerce.number() }),
    sql: `SELECT count() AS people FROM (${listedPeople(listing)})`,
  })
