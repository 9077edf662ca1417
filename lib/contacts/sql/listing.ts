import { z } from 'zod'
import { type SearchScope, matchingPeople } from '@/lib/people/sql/matching-people'
import type { ContactList } from '../schema'
import { listCondition } from './list-condition'
import { ofVersion } from './rated'

/** What shapes the SQL of a listing; everything else is bound. */
export type Listing = {
  list: ContactList | null
  /** Is there a past point to compare with? */
  hasPoint: boolean
  /** Everybody; the few that were found before, bound as `found`; or whoever matches. */
  search: null | 'found' | SearchScope
}

export const listingParams = z.object({
  ...ofVersion,
  /** Empty means all. */
  stars: z.array(z.int()),
  then: z.date(),
  quietSince: z.date(),
  /** Names of track events that the model takes for a delivery. */
  deliveredAs: z.array(z.string()),
  search: z.string(),
  /** The search as it stands inside a JSON text. */
  searchJson: z.string(),
  /** Ids of people, after merges and before. */
  found: z.array(z.bigint()),
})
export type ListingParams = z.input<typeof listingParams>

const isFound = ({ search }: Listing) => {
  if (search === null) return '1'
  return `person_id IN ${search === 'found' ? '{found:Array(UInt64)}' : `(${matchingPeople(search)})`}`
}

/** SQL for: this row of `contact_ratings` is listed. */
export const isListed = (listing: Listing): string =>
  [
    '(empty({stars:Array(UInt8)}) OR stars IN {stars:Array(UInt8)})',
    listing.list ? listCondition(listing.list, listing.hasPoint) : '1',
    isFound(listing),
  ].join(' AND ')
