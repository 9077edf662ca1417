import { formatDay } from '@/lib/format/instant'
import { plural } from '@/lib/format/plural'
import type { ContactList } from './schema'
import type { Rating } from './sql/ratings-of'

type Told = Pick<Rating, 'stars' | 'lastResponseAt' | 'bounces' | 'complaints' | 'unsubscribed'>

/** What a reason is told by beside the rating. */
export type ReasonFrame = {
  zone: string
  /** Where 2★, 3★, 4★ and 5★ begin. */
  cuts: readonly number[]
  /** The past point that is compared with. */
  then: Date | null
}

/** `5★: a score above 9`, `2★: a score of 2 to 3`. */
export function starsReason(stars: number, cuts: readonly number[]): string {
  const [first = 0] = cuts
  const from = cuts[stars - 2] ?? 0
  const to = cuts[stars - 1]
  if (stars === 1) return `1★: a score below ${first}`
  if (to === undefined) return `${stars}★: a score above ${from}`
  return stars === 2 ? `2★: a score of ${from} to ${to}` : `${stars}★: a score above ${from}, up to ${to}`
}

function lastResponse({ lastResponseAt }: Told, zone: string): string {
  return lastResponseAt ? `last response ${formatDay(lastResponseAt, zone)}` : 'never responded'
}

function faults({ bounces, complaints }: Told): string {
  return [
    ...(bounces > 0 ? [plural(bounces, 'bounce')] : []),
    ...(complaints > 0 ? [plural(complaints, 'complaint')] : []),
  ].join(' and ')
}

/**
 * Why a contact is in a list, a sentence without its full stop.
 * @param place in the list, 1 is the highest
 * @param before stars at the past point; 0 for no contact then
 *
 * Example, of `remove`: `1★ with 2 bounces and 1 complaint`.
 */
export function listReason(
  list: ContactList,
  contact: Told,
  { zone, cuts, then }: ReasonFrame,
  place: number,
  before: number,
): string {
  const left = contact.unsubscribed ? ', unsubscribed' : ''
  switch (list) {
    case 'loyal':
      return `${starsReason(contact.stars, cuts)}${left}`
    case 'top':
      return `Number ${place} by score${left}`
    case 'risen': {
      const day = then ? ` on ${formatDay(then, zone)}` : ''
      return `${before > 0 ? `${before}★` : 'No contact yet'}${day}, ${contact.stars}★ now${left}`
    }
    case 're-engage':
      return `2★, ${lastResponse(contact, zone)}${left}`
    case 'dormant':
      return contact.lastResponseAt
        ? `Sent mail, but ${lastResponse(contact, zone)}`
        : 'Sent mail, but never responded'
    case 'remove':
      return `1★ with ${faults(contact)}${left}`
  }
}
