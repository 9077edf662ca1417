import { actionsByEvent } from '@/lib/scoring/contacts/action-rules'
import { type Context, can } from '@/lib/server/context'
import { AppError } from '@/lib/server/errors'
import type { RatedBy } from './contact-models'
import { type RowsAsked, contactRows } from './contact-rows'
import { type Cursor, filterMark, openCursor, sealCursor } from './cursor'
import { type Listed, type Place, findContacts } from './find-contacts'
import { keptShortly } from './kept-shortly'
import { listInstants } from './lists'
import { type ContactsList, PAGE, TOP } from './page-schema'
import { fullyRated, ratedByOf } from './rated-model'
import type { ContactRow, ContactsPage } from './schema'
import { searchContacts } from './search-contacts'
import { countContacts } from './sql/contacts-by-number'
import { firstOrder } from './view'

const ratedAgain = () =>
  new AppError('conflict', 'Contacts were rated by another version meanwhile. Start from the first page.', [
    'cursor',
  ])

/** Where a listing goes on. A new version may have rated everybody since: then it has to start again. */
function startOf(input: ContactsList, order: string, { versionId }: RatedBy): Cursor | null {
  const { cursor, sort } = input
  if (!cursor) return null
  const opened = openCursor(cursor)
  const keyed = sort === 'email' ? typeof opened.key !== 'number' : typeof opened.key === 'number'
  if (opened.sort !== sort || opened.order !== order || !keyed) {
    throw new AppError('invalid', 'This cursor belongs to another order.', ['cursor'])
  }
  if (opened.filter !== filterMark(input)) {
    throw new AppError('invalid', 'This cursor belongs to another list.', ['cursor'])
  }
  if (opened.version !== versionId) throw ratedAgain()
  return opened
}

/** Names of track events that a model takes for a delivery. */
export const deliveredAs = ({ document }: Pick<RatedBy, 'document'>) =>
  [...actionsByEvent(document)].flatMap(([event, action]) => (action === 'delivered' ? [event] : []))

async function askedListing(context: Context, input: ContactsList, rated: RatedBy) {
  const { list = null, search: text = '', stars = [] } = input
  const [{ quietSince, then }, { search, bound }] = await Promise.all([
    listInstants(context, rated),
    searchContacts(context.workspace.id, text, can(context, 'people:unmasked')),
  ])
  const listed: Listed = {
    listing: { list, hasPoint: then !== null, search },
    params: {
      ...{ workspace: context.workspace.id, version: rated.versionId, stars, quietSince, ...bound },
      then: then ?? new Date(0),
      deliveredAs: deliveredAs(rated),
    },
  }
  const frame = { zone: context.workspace.timeZone, cuts: rated.document.stars, then }
  return { listed, rows: { rated, list, frame } satisfies RowsAsked }
}

/** How many a listing has on all its pages. The same text finds others for those who see no e-mails. */
function counted({ listing, params }: Listed, unmasked: boolean) {
  const { version, stars, search, then } = params
  const key = JSON.stringify([version, listing, stars, search, then, unmasked])
  return keptShortly(key, () => countContacts(listing)(params))
}

const inOrder: Record<Place['sort'], (a: ContactRow, b: ContactRow) => number> = {
  score: (a, b) => a.score - b.score,
  lastAction: (a, b) => a.lastActionAt.getTime() - b.lastActionAt.getTime(),
  email: (a, b) => (a.email ?? '').localeCompare(b.email ?? '', 'en'),
}

/** The highest of those asked for, a list without further pages: in another order it is the same contacts. */
async function highest(
  context: Context,
  listed: Listed,
  rows: RowsAsked,
  { sort, order, limit }: Place,
): Promise<ContactRow[]> {
  const found = await findContacts(listed, { sort: 'score', order: 'desc', after: null, limit }, true)
  const items = await contactRows(context, found, rows)
  if (sort === 'score' && order === 'desc') return items
  const [by, sign] = [inOrder[sort], order === 'asc' ? 1 : -1]
  return items.sort((a, b) => sign * by(a, b))
}

/**
 * One page of contacts and, with the first one, how many there are on all. Ties are in the order of internal ids.
 * Throws AppError `not_found`, `rebuilding` while everybody is being rated, `conflict` for a cursor of another version.
 */
export async function contactsPage(context: Context, input: ContactsList): Promise<ContactsPage> {
  const rated = await fullyRated(context, input.model)
  const order = input.order ?? firstOrder(input.sort)
  const after = startOf(input, order, rated)
  const { listed, rows } = await askedListing(context, input, rated)
  const ratedBy = ratedByOf(rated)
  if (input.list === 'top') {
    const limit = input.limit ?? TOP
    const items = await highest(context, listed, rows, { sort: input.sort, order, after, limit })
    return { items, nextCursor: null, total: items.length, ratedBy }
  }
  const limit = input.limit ?? PAGE
  const place = { sort: input.sort, order, after, limit: limit + 1 }
  const unmasked = can(context, 'people:unmasked')
  const [found, [count]] = await Promise.all([
    findContacts(listed, place, unmasked),
    after ? [] : counted(listed, unmasked),
  ])
  const page = found.slice(0, limit)
  const items = await contactRows(context, page, rows)
  // Rated by another version while it was read: begin again.
  if ((await fullyRated(context, input.model)).versionId !== rated.versionId) {
    if (after) throw ratedAgain()
    return contactsPage(context, input)
  }
  const last = found.length > limit ? page.at(-1) : undefined
  const listing = { version: rated.versionId, sort: input.sort, order, filter: filterMark(input) }
  return {
    items,
    nextCursor: last ? sealCursor({ ...listing, key: last.key, person: last.person }) : null,
    total: after ? null : (count?.contacts ?? 0),
    ratedBy,
  }
}
