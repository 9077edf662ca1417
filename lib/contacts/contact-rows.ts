import type { Context } from '@/lib/server/context'
import { calledPeople } from '@/lib/what-if/called-people'
import { type ReasonFrame, listReason } from './list-reason'
import type { RatedBy } from './contact-models'
import type { ContactList, ContactRow } from './schema'
import type { FoundContact } from './find-contacts'
import { type Rating, ratingsOf, starsThen } from './sql/ratings-of'

/** Most contacts of one question. */
const CHUNK = 2500

export type RowsAsked = {
  rated: RatedBy
  list: ContactList | null
  frame: ReasonFrame
}

/** Read on the way, or now. */
async function ratingsKnown(
  found: readonly FoundContact[],
  of: Parameters<typeof ratingsOf>[0],
): Promise<readonly Rating[]> {
  const known = found.flatMap(({ rating }) => rating ?? [])
  return known.length === found.length ? known : ratingsOf(of)
}

async function rowsOf(
  context: Context,
  found: readonly FoundContact[],
  { rated, list, frame }: RowsAsked,
  first: number,
): Promise<ContactRow[]> {
  const people = found.map(({ person }) => person)
  const of = { workspace: context.workspace.id, version: rated.versionId, people: people.map(BigInt) }
  const [ratings, earlier, called] = await Promise.all([
    ratingsKnown(found, of),
    list === 'risen' && frame.then ? starsThen({ ...of, then: frame.then }) : [],
    calledPeople(context, people),
  ])
  const ratingOf = new Map(ratings.map((rating) => [rating.person, rating]))
  const before = new Map(earlier.map(({ person, stars }) => [person, stars]))
  return people.flatMap((person, index) => {
    const rating = ratingOf.get(person)
    // Merged into somebody else since the page was found.
    if (!rating) return []
    const { personId, email, name } = called(person)
    const { person: _, ...told } = rating
    const reason = list && listReason(list, rating, frame, first + index, before.get(person) ?? 0)
    return [{ personId, email, name, ...told, reason }]
  })
}

/**
 * The rows of contacts in the order they were found: who they are, masked for those who may not see it,
 * how they are rated, and why they are in the list asked for.
 * @param first the place of the first of them in the list, from 1
 */
export async function contactRows(
  context: Context,
  found: readonly FoundContact[],
  asked: RowsAsked,
  first = 1,
): Promise<ContactRow[]> {
  const rows: ContactRow[] = []
  for (let from = 0; from < found.length; from += CHUNK)
    rows.push(...(await rowsOf(context, found.slice(from, from + CHUNK), asked, first + from)))
  return rows
}
