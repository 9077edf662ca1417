import { isLive } from '@/lib/engagement/snapshot-data'
import { type Context, can } from '@/lib/server/context'
import { AppError } from '@/lib/server/errors'
import { type Cursor, openCursor, sealCursor } from './cursor'
import { findPage } from './find-page'
import { peopleRows } from './people-rows'
import { type ListPeople, type PeoplePage, type SortOrder, firstOrder } from './schema'
import { type Shown, shownScores } from './shown-scores'
import type { Listing, ListingParams } from './sql/listed-people'
import { countedAs, someMatching } from './sql/matching-people'

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

/** Up to so many ids that match a search are passed on; of more the questions find them themselves. */
const FEW = 2000

type Search = Pick<Listing, 'search'> & Pick<ListingParams, 'found'>

/** Ids of the people whom a text finds; `everything` and `ids` say by what. */
async function searchFor(workspace: string, params: ListingParams): Promise<Search> {
  const { search, searchJson, unmasked } = params
  if (search === '') return { search: null, found: [] }
  const scope = unmasked ? 'everything' : 'ids'
  const rows = await someMatching(scope)({ workspace, search, searchJson, limit: FEW + 1 })
  if (rows.length > FEW) return { search: scope, found: [] }
  const ids = rows.map(({ id }) => BigInt(id))
  const people = ids.length > 0 ? await countedAs({ workspace, ids }) : []
  return { search: 'found', found: [...ids, ...people.map(({ person }) => BigInt(person))] }
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
    found: [],
  }
}

/** One page of people and, with the first one, how many there are on all. Ties are in the order of internal ids. */
export async function listPeople(context: Context, input: ListPeople): Promise<PeoplePage> {
  const shown = await shownScores(context.workspace.id, input.model)
  const order = input.order ?? firstOrder(input.sort)
  const after = startOf(input, order, shown)
  const params = paramsOf(context, input, shown)
  const { search, found } = await searchFor(context.workspace.id, params)
  const listed = { listing: { scored: shown !== null, search }, params: { ...params, found } }

  const { people, scores, total } = await findPage(listed, input.sort, {
    order,
    after,
    limit: input.limit + 1,
  })
  const ids = people.slice(0, input.limit).map(({ person }) => person)
  const last = people.length > ids.length ? people[ids.length - 1] : undefined
  const asker = { workspace: context.workspace.id, unmasked: params.unmasked }
  const items = await peopleRows(ids, shown, asker, scores)
  if (shown && !(await isLive(shown.runId))) {
    if (after) throw scoredAgain()
    return listPeople(context, input)
  }
  return {
    items,
    nextCursor: last
      ? sealCursor({ run: shown?.runId ?? null, sort: input.sort, order, key: last.key, person: last.person })
      : null,
    total: after ? null : total,
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
