import { z } from 'zod'
import { defineQuery } from '@/lib/warehouse/define-query'
import { type Listing, listedPeople, listingParams, listingSettings, settledPeople } from './listed-people'

/** How many people a listing has on all its pages. */
export const countPeople = (listing: Listing) =>
  defineQuery({
    name: 'count-people',
    params: listingParams,
    row: z.object({ people: z.coerce.number() }),
    sql: `SELECT count() AS people FROM (${listedPeople(listing)}) ${listingSettings}`,
  })

/** How many of them the run knew as they are, where nothing is searched for. */
export const countSettled = defineQuery({
  name: 'count-settled',
  params: listingParams,
  row: z.object({ people: z.coerce.number() }),
  sql: `SELECT count() AS people FROM (${settledPeople}) ${listingSettings}`,
})
