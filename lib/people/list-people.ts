import { type Context, can } from '@/lib/server/context'
import { AppError } from '@/lib/server/errors'
import { type Cursor, openCursor, sealCursor } from './cursor'
import { peopleRows } from './people-rows'
import { type ListPeople, firstOrder } from './schema'
import { type Shown, shownScores } from './shown-scores'
import { countPeople } from './sql/count-people'
import type { Listing, ListingParams } from './sql/listed-people'
import { peopleByLabel } from './sql/people-by-label'
import { peopleByNumber } from './sql/people-by-number'

const ever = new Date(0)

type Page = {
  listing: Listing
  params: ListingParams
  order: 'asc' | 'desc'
  after: Cursor | null
  limit: number
}

/** Where a listing goes on. A new run may have replaced the scores of the pages before: then it has to start again. */
function startOf(input: ListPeople, order: string, shown: Shown | null): Cursor | null {
  if (!input.cursor) return null
  const cursor = openCursor(input.cursor)
  if (
    cursor.sort !== input.sort ||
    cursor.order !== order ||
    (typeof cursor.key === 'string') !== (input.sort === 'person')
  ) {
    throw new AppError('invalid', 'This cursor belongs to another order.', ['cursor'])
  }
  if (cursor.run !== (shown?.runId ?? null)) {
    throw new AppError('conflict', 'People were scored again meanwhile. Start from the first page.', [
      'cursor',
    ])
  }
  return cursor
}

function findPage(sort: ListPeople['sort'], { listing, params, order, after, limit }: Page) {
  const place = { ...params, limit: limit + 1, afterPerson: after ? BigInt(after.person) : undefined }
  if (sort === 'person') {
    const afterKey = after ? String(after.key) : undefined
    return peopleByLabel(listing, order, after !== null, params)({ ...place, afterKey })
  }
  const afterKey = after ? Number(after.key) : undefined
  return peopleByNumber(listing, sort, order, after !== null)({ ...place, afterKey })
}

/** One page of people and, with the first one, how many there are on all. Ties are in the order of internal ids. */
export async function listPeople(context: Context, input: ListPeople) {
  const unmasked = can(context, 'people:unmasked')
  const shown = await shownScores(context.workspace.id, input.model)
  const order = input.order ?? firstOrder(input.sort)
  const after = startOf(input, order, shown)
  const search = input.search ?? ''
  const listing: Listing = {
    scored: shown !== null,
    search: search === '' ? null : unmasked ? 'everything' : 'ids',
  }
  const params: ListingParams = {
    workspace: context.workspace.id,
    run: shown?.runId,
    since: shown?.since ?? ever,
    tier: input.tier ?? '',
    stage: input.stage ?? '',
    state: input.state === 'all' ? '' : (input.state ?? ''),
    account: input.account ?? '',
    unmasked,
    search,
    searchJson: JSON.stringify(search).slice(1, -1),
  }
  const [found, counted] = await Promise.all([
    findPage(input.sort, { listing, params, order, after, limit: input.limit }),
    after ? null : countPeople(listing)(params),
  ])
  const listed = found.slice(0, input.limit)
  const last = listed.at(-1)
  return {
    items: await peopleRows(listed, shown, { workspace: context.workspace.id, unmasked }),
    nextCursor:
      last && found.length > input.limit
        ? sealCursor({
            run: shown?.runId ?? null,
            sort: input.sort,
            order,
            key: last.key,
            person: last.person,
          })
        : null,
    /** Null on later pages. */
    total: counted ? (counted[0]?.people ?? 0) : null,
    scores: shown && {
      model: shown.model,
      version: shown.version,
      asOf: shown.asOf,
      n: shown.n,
      tiers: shown.tiers,
      stages: shown.stages,
    },
  }
}
