import { isLive } from '@/lib/engagement/snapshot-data'
import { type Context, can } from '@/lib/server/context'
import { AppError } from '@/lib/server/errors'
import { type Cursor, openCursor, sealCursor } from './cursor'
import { peopleRows } from './people-rows'
import { type ListPeople, type PeoplePage, type SortOrder, firstOrder } from './schema'
import { type Shown, shownScores } from './shown-scores'
import { countPeople } from './sql/count-people'
import type { Listing, ListingParams } from './sql/listed-people'
import { peopleById } from './sql/people-by-id'
import { peopleByNumber } from './sql/people-by-number'

const ever = new Date(0)

const scoredAgain = () =>
  new AppError('conflict', 'People were scored again meanwhile. Start from the first page.', ['cursor'])

/** Where a listing goes on. New scores may have replaced those of the pages before: then it has to start again. */
function startOf(input: ListPeople, order: SortOrder, shown: Shown | null): Cursor | null {
  if (!input.cursor) return null
  const cursor = openCursor(input.cursor)
  const keyed = typeof cursor.key === (input.sort === 'person' ? 'string' : 'number')
  if (cursor.sort !== input.sort || cursor.order !== order || !keyed) {
    throw new AppError('invalid', 'This cursor belongs to another order.', ['cursor'])
  }
  if (cursor.run !== (shown?.runId ?? null)) throw scoredAgain()
  return cursor
}

type Place = { order: SortOrder; after: Cursor | null; limit: number }

function findPage(
  sort: ListPeople['sort'],
  listing: Listing,
  params: ListingParams,
  { order, after, limit }: Place,
) {
  const afterPerson = after ? BigInt(after.person) : undefined
  if (sort === 'person') {
    const afterKey = after ? String(after.key) : undefined
    return peopleById(
      listing,
      order,
      after !== null,
      params.unmasked,
    )({ ...params, limit, afterKey, afterPerson })
  }
  const afterKey = after ? Number(after.key) : undefined
  return peopleByNumber(listing, sort, order, after !== null)({ ...params, limit, afterKey, afterPerson })
}

const countListed = async (listing: Listing, params: ListingParams) =>
  (await countPeople(listing)(params))[0]?.people ?? 0

/** A search is dear: people are counted on their own only where the first page does not say how many there are. */
function totalOf(
  found: Awaited<ReturnType<typeof findPage>>,
  limit: number,
  listing: Listing,
  params: ListingParams,
) {
  if (found.length <= limit) return found.length
  const [first] = found
  return first && 'total' in first ? first.total : countListed(listing, params)
}

function paramsOf(context: Context, input: ListPeople, shown: Shown | null): ListingParams {
  const search = input.search ?? ''
  return {
    workspace: context.workspace.id,
    run: shown?.runId,
    since: shown?.since ?? ever,
    tier: input.tier ?? '',
    stage: input.stage ?? '',
    state: input.state === 'all' ? '' : (input.state ?? ''),
    account: input.account ?? '',
    unmasked: can(context, 'people:unmasked'),
    search,
    searchJson: JSON.stringify(search).slice(1, -1),
  }
}

/** One page of people and, with the first one, how many there are on all. Ties are in the order of internal ids. */
export async function listPeople(context: Context, input: ListPeople): Promise<PeoplePage> {
  const shown = await shownScores(context.workspace.id, input.model)
  const order = input.order ?? firstOrder(input.sort)
  const after = startOf(input, order, shown)
  const params = paramsOf(context, input, shown)
  const { unmasked } = params
  const scope = unmasked ? 'everything' : 'ids'
  const listing: Listing = { scored: shown !== null, search: params.search === '' ? null : scope }

  const place = { order, after, limit: input.limit + 1 }
  const [found, counted] = await Promise.all([
    findPage(input.sort, listing, params, place),
    after || listing.search ? null : countListed(listing, params),
  ])
  const people = found.slice(0, input.limit)
  const last = found.length > people.length ? people.at(-1) : undefined
  const items = await peopleRows(
    people.map(({ person }) => person),
    shown,
    { workspace: context.workspace.id, unmasked },
  )
  if (shown && !(await isLive(shown.runId))) {
    if (after) throw scoredAgain()
    return listPeople(context, input)
  }
  return {
    items,
    nextCursor: last
      ? sealCursor({ run: shown?.runId ?? null, sort: input.sort, order, key: last.key, person: last.person })
      : null,
    total: after ? null : (counted ?? (await totalOf(found, input.limit, listing, params))),
    scores: shown && scoresOf(shown),
  }
}

const scoresOf = ({ model, version, asOf, n, tiers, stages }: Shown) => ({
  model,
  version,
  asOf,
  n,
  tiers,
  stages,
})
