import type { Cursor } from './cursor'
import type { ContactSort } from './schema'
import { contactsByEmail, contactsWithoutEmail } from './sql/contacts-by-email'
import { contactsByNumber } from './sql/contacts-by-number'
import type { Listing, ListingParams } from './sql/listing'
import type { Rating } from './sql/ratings-of'

export type Listed = { listing: Listing; params: ListingParams }

export type Place = { sort: ContactSort; order: 'asc' | 'desc'; after: Cursor | null; limit: number }

/**
 * A contact by its id after merges, and what it is sorted by: null for one without an e-mail. With the rating, where that
 * was read on the way.
 */
export type FoundContact = { person: string; key: number | string | null; rating?: Rating }

/** Those with an e-mail by it, the others behind them. Where e-mails are hidden, everybody is one of the others. */
async function byEmail(
  { listing, params }: Listed,
  { order, after, limit }: Place,
  unmasked: boolean,
): Promise<FoundContact[]> {
  const afterPerson = BigInt(after?.person ?? 0)
  const first =
    unmasked && after?.key !== null
      ? await contactsByEmail(listing, { order, goesOn: after !== null })({
          ...params,
          limit,
          afterKey: String(after?.key ?? ''),
          afterPerson,
        })
      : []
  if (first.length >= limit) return first
  const goesOn = after !== null && after.key === null
  const others = await contactsWithoutEmail(
    listing,
    !unmasked,
  )({ ...params, limit: limit - first.length, afterPerson: goesOn ? afterPerson : 0n })
  return [...first, ...others.map(({ person }) => ({ person, key: null }))]
}

/** Up to `limit` contacts of a listing behind a place. @param unmasked may the asker see e-mails? */
export async function findContacts(
  listed: Listed,
  place: Place,
  unmasked: boolean,
): Promise<readonly FoundContact[]> {
  const { sort, order, after, limit } = place
  if (sort === 'email') return byEmail(listed, place, unmasked)
  const behind = after && { afterKey: Number(after.key), afterPerson: BigInt(after.person) }
  const asked = { ...listed.params, ...behind, limit }
  const rows = await contactsByNumber(listed.listing, sort, order, after !== null)(asked)
  return rows.map(({ key, ...rating }) => ({ person: rating.person, key, rating }))
}
