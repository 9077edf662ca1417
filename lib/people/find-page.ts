import type { Cursor } from './cursor'
import type { ListPeople, SortOrder } from './schema'
import { countPeople, countSettled } from './sql/count-people'
import type { Listing, ListingParams } from './sql/listed-people'
import { peopleById } from './sql/people-by-id'
import {
  type NumberSort,
  foundByNumber,
  notScored,
  othersByNumber,
  settledByNumber,
} from './sql/people-by-number'
import type { ScoreRow } from './sql/score-rows'

export type Place = { order: SortOrder; after: Cursor | null; limit: number }

export type Found = {
  people: readonly { person: string; key: string | number }[]
  /** What the run says of them, where that was read. */
  scores?: readonly ScoreRow[]
  /** People on all pages, of the first of them. */
  total: number
}

type Listed = { listing: Listing; params: ListingParams }

/** Up to `limit` people of a listing behind a place. */
export function findPage(listed: Listed, sort: ListPeople['sort'], place: Place): Promise<Found> {
  return sort === 'person' ? pageById(listed, place) : pageByNumber(listed, sort, place)
}

/** An id that came in more than once is told as often: of twice as many rows mostly enough are left. */
async function firstById({ listing, params }: Listed, { order, after, limit }: Place) {
  const people = new Map<string, { person: string; key: string }>()
  const asked = 2 * limit
  let last = after && { person: after.person, key: String(after.key) }
  for (;;) {
    const behind = last && { afterKey: last.key, afterPerson: BigInt(last.person) }
    const question = peopleById(listing, order, last !== null, params.unmasked)
    const rows = await question({ ...params, ...behind, limit: asked })
    for (const row of rows) people.set(row.person, row)
    last = rows.at(-1) ?? null
    if (rows.length < asked || people.size >= limit) break
  }
  return [...people.values()].slice(0, limit)
}

async function pageById(listed: Listed, place: Place): Promise<Found> {
  const [people, [count]] = await Promise.all([
    firstById(listed, place),
    place.after ? [] : countPeople(listed.listing)(listed.params),
  ])
  return { people, total: count?.people ?? 0 }
}

type Numbered = { person: string; key: number }

/** As the pages are sorted: by key, those with the same by id. */
function inOrder(a: Numbered, b: Numbered): number {
  if (a.key !== b.key) return a.key - b.key
  const [one, other] = [BigInt(a.person), BigInt(b.person)]
  return one < other ? -1 : one > other ? 1 : 0
}

type Behind = { afterKey: number; afterPerson: bigint } | null
type Asked = ListingParams & { limit: number } & Partial<Behind>

/** The run knows a million people: they are sorted apart from those who came since, and nothing but the first is copied. */
async function everybodyByNumber(
  { listing }: Listed,
  sort: NumberSort,
  order: SortOrder,
  asked: Asked,
): Promise<Found> {
  const { scored } = listing
  const goesOn = asked.afterKey !== undefined
  const [settled, others, [count]] = await Promise.all([
    scored ? settledByNumber(sort, order, goesOn)(asked) : [],
    othersByNumber(listing, sort, order, goesOn)(asked),
    scored && !goesOn ? countSettled(asked) : [],
  ])
  const people = [...settled, ...others].sort(inOrder).slice(0, asked.limit)
  const scores = people.flatMap(({ person, state, ...row }) =>
    state === notScored ? [] : [{ id: person, state, ...row }],
  )
  return { people, scores, total: (count?.people ?? 0) + (others[0]?.total ?? 0) }
}

async function pageByNumber(
  listed: Listed,
  sort: NumberSort,
  { order, after, limit }: Place,
): Promise<Found> {
  const behind = after && { afterKey: Number(after.key), afterPerson: BigInt(after.person) }
  const asked = { ...listed.params, ...behind, limit }
  if (listed.listing.search === null) return everybodyByNumber(listed, sort, order, asked)
  const people = await foundByNumber(listed.listing, sort, order, after !== null)(asked)
  return { people, total: people[0]?.total ?? 0 }
}
