import { z } from 'zod'
import { defineQuery } from '@/lib/warehouse/define-query'
import { holdsEmail, idOf } from './holds-email'
import { type Listing, listedPeople, listingParams, listingSettings } from './listed-people'

/** Where e-mails are hidden, ids that hold one stand together, so that their order tells nothing. */
const sortedBy = (unmasked: boolean) =>
  unmasked
    ? `lowerUTF8(${idOf('identity')})`
    : `if(${holdsEmail('identity')}, '', lowerUTF8(${idOf('identity')}))`

/**
 * One page of a listing by public id, whatever its case; the kind of an identity does not count. An id that came in more
 * than once may stand there as often, one row after the other: to tell a million of them apart here is dear.
 */
export const peopleById = (listing: Listing, order: 'asc' | 'desc', goesOn: boolean, unmasked: boolean) => {
  const past = order === 'asc' ? '>' : '<'
  return defineQuery({
    name: 'people-by-id',
    params: listingParams.extend({
      limit: z.int(),
      afterKey: z.string().optional(),
      afterPerson: z.bigint().optional(),
    }),
    row: z.object({ person: z.string(), key: z.string() }),
    sql: `
      SELECT person_id AS person, ${sortedBy(unmasked)} AS key FROM identities
      WHERE workspace_id = {workspace:UUID} AND person_id IN (SELECT person FROM (${listedPeople(listing)}))
        ${goesOn ? `AND (key ${past} {afterKey:String} OR (key = {afterKey:String} AND person > {afterPerson:UInt64}))` : ''}
      ORDER BY key ${order}, person
      LIMIT {limit:UInt32}
      ${listingSettings}`,
  })
}
