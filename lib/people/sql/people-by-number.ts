import { z } from 'zod'
import { personStates } from '@/lib/scoring/engagement/state'
import { defineQuery } from '@/lib/warehouse/define-query'
import {
  type Listing,
  listedPeople,
  listingParams,
  listingSettings,
  otherPeople,
  settledPeople,
} from './listed-people'

const numbers = { score: 'score', raw: 'raw', lastActivity: 'last_activity' } as const

export type NumberSort = keyof typeof numbers
/** The state of whom a run says nothing. */
export const notScored = 'not-scored'

type Order = 'asc' | 'desc'

/** Sorts behind every value: people without one come last, whichever the direction. */
const NO_NUMBER = 1e300

const asNumber = (sort: NumberSort) =>
  sort === 'lastActivity' ? 'toFloat64(toUnixTimestamp64Milli(last_activity))' : numbers[sort]

const keyOf = (number: string, order: Order) => `ifNull(${order === 'asc' ? '' : '-'}${number}, ${NO_NUMBER})`

const past = (key: string, person: string) =>
  `(${key} > {afterKey:Float64} OR (${key} = {afterKey:Float64} AND ${person} > {afterPerson:UInt64}))`

const params = listingParams.extend({
  limit: z.int(),
  /** Where the page before ended. */
  afterKey: z.number().optional(),
  afterPerson: z.bigint().optional(),
})

const row = z.object({
  person: z.string(),
  key: z.number(),
  state: z.enum([...personStates, notScored]),
  raw: z.number().nullable(),
  score: z.number().nullable(),
  tier: z.string(),
  stage: z.string(),
  lastActivity: z.coerce.date().nullable(),
  account: z.string(),
})

/** @param people SQL for people as `listed-people` makes them */
function pageOf(people: string, sort: NumberSort, order: Order, goesOn: boolean, more = '') {
  const key = keyOf(asNumber(sort), order)
  return `
    SELECT toString(person) AS person, ${key} AS key, toString(state) AS state, raw, score, tier, stage,
      last_activity AS lastActivity, account_id AS account ${more}
    FROM (${people}) AS page
    ${goesOn ? `WHERE ${past(key, 'page.person')}` : ''}
    ORDER BY ${numbers[sort]} ${order} NULLS LAST, page.person
    LIMIT {limit:UInt32}
    ${listingSettings}`
}

/**
 * One page of the run's people by a number, those without it last and those with the same in the order of their ids; with
 * what the run says of them.
 */
export const settledByNumber = (sort: NumberSort, order: Order, goesOn: boolean) =>
  defineQuery({ name: 'settled-by-number', params, row, sql: pageOf(settledPeople, sort, order, goesOn) })

/** The same of everybody else, and on the first page how many they are. */
export const othersByNumber = (
  listing: Pick<Listing, 'scored'>,
  sort: NumberSort,
  order: Order,
  goesOn: boolean,
) =>
  defineQuery({
    name: 'others-by-number',
    params,
    row: row.extend({ total: z.coerce.number() }),
    sql: pageOf(otherPeople(listing), sort, order, goesOn, ', count() OVER () AS total'),
  })

/** One page of a search, and how many people it finds on all pages. */
export const foundByNumber = (listing: Listing, sort: NumberSort, order: Order, goesOn: boolean) =>
  defineQuery({
    name: 'found-by-number',
    params,
    row: z.object({ person: z.string(), key: z.number(), total: z.coerce.number() }),
    sql: `
      SELECT toString(person) AS person, ${keyOf('number', order)} AS key, count() OVER () AS total
      FROM (${listedPeople(listing, asNumber(sort))}) AS page
      ${goesOn ? `WHERE ${past(keyOf('number', order), 'page.person')}` : ''}
      ORDER BY key, page.person
      LIMIT {limit:UInt32}
      ${listingSettings}`,
  })
