import { z } from 'zod'
import { merges } from '@/lib/people/sql/merges'
import { defineQuery } from '@/lib/warehouse/define-query'
import { type Listing, isListed, listingParams } from './listing'
import { ratings, ratingsSettings } from './rated'

type Shape = {
  order: 'asc' | 'desc'
  /** Is there a place to go on behind, bound as `afterKey` and `afterPerson`? */
  goesOn: boolean
}

const isAddress = `workspace_id = {workspace:UUID} AND startsWith(identity, 'email:')`

/** Whoever may be a person of several ids, now or once. */
const targets = 'SELECT to_id FROM person_overrides WHERE workspace_id = {workspace:UUID}'

/** Their ids, their own among them. */
const idsOfTargets = `
  SELECT from_id, target FROM (${merges()}) UNION DISTINCT SELECT to_id, to_id FROM (${targets})`

const behind = ({ order, goesOn }: Shape) => {
  const past = order === 'asc' ? '>' : '<'
  return goesOn
    ? `(key ${past} {afterKey:String} OR (key = {afterKey:String} AND person > {afterPerson:UInt64}))`
    : '1'
}

const first = ({ order }: Shape) => `ORDER BY key ${order}, person LIMIT {limit:UInt32}`

/** Nearly everybody: an address is somebody of its own, so that the first of them are found without grouping. */
const unmerged = (rated: string, shape: Shape) => `
  SELECT person_id AS person, identity AS key FROM identities FINAL
  WHERE ${isAddress} AND person_id IN (${rated}) AND person_id NOT IN (${targets}) AND ${behind(shape)}
  ${first(shape)}`

/** The others, by the first of their addresses. */
const merged = (rated: string, shape: Shape) => `
  SELECT moves.target AS person, min(identity) AS key
  FROM (SELECT person_id, identity FROM identities WHERE ${isAddress}) AS own
  INNER JOIN (${idsOfTargets}) AS moves ON moves.from_id = own.person_id
  WHERE moves.target IN (${rated})
  GROUP BY person HAVING ${behind(shape)}
  ${first(shape)}`

const params = listingParams.extend({ limit: z.int(), afterPerson: z.bigint() })

/** One page of the contacts that have an e-mail, by it; addresses are stored in lower case. */
export const contactsByEmail = (listing: Listing, shape: Shape) => {
  const rated = ratings('person_id', isListed(listing))
  return defineQuery({
    name: 'contacts-by-email',
    params: params.extend({ afterKey: z.string() }),
    row: z.object({ person: z.string(), key: z.string() }),
    sql: `
      SELECT toString(person) AS person, key FROM (
        SELECT * FROM (${unmerged(rated, shape)}) UNION ALL SELECT * FROM (${merged(rated, shape)})
      ) AS page
      ORDER BY key ${shape.order}, page.person
      LIMIT {limit:UInt32}
      ${ratingsSettings}`,
  })
}

/**
 * One page of those without one, by their ids, which tell nothing. @param everybody all of them, as where e-mails are
 * hidden their order is too
 */
export const contactsWithoutEmail = (listing: Listing, everybody: boolean) =>
  defineQuery({
    name: 'contacts-without-email',
    params,
    row: z.object({ person: z.string() }),
    sql: `
      ${ratings(
        'toString(person_id) AS person',
        `${isListed(listing)} AND person_id > {afterPerson:UInt64} ${everybody ? '' : `AND ${hasNone}`}`,
      )}
      ORDER BY person_id LIMIT {limit:UInt32}
      ${ratingsSettings}`,
  })

const addresses = `SELECT person_id FROM identities WHERE ${isAddress}`

const hasNone = `
  person_id NOT IN (${addresses})
  AND person_id NOT IN (SELECT target FROM (${merges()}) WHERE from_id IN (${addresses}))`
