import type { Context } from '@/lib/server/context'
import { contactsPage } from './list-contacts'
import { starsReason } from './list-reason'
import type { ExportContacts } from './page-schema'
import { ratedModel } from './rated-model'
import type { ContactRow } from './schema'

const PAGE = 10_000

/**
 * Everybody a listing has, the highest score first, page by page, each with a reason: why they are in the list that was
 * asked for, else why they have their stars. Throws AppError as the list does; reading on throws `conflict` once another
 * version has rated everybody.
 */
export async function contactsToExport(context: Context, asked: ExportContacts) {
  const limit = asked.list === 'top' ? undefined : PAGE
  const of = { ...asked, sort: 'score', limit } as const
  const [first, { document }] = await Promise.all([
    contactsPage(context, of),
    ratedModel(context, asked.model),
  ])
  const withReason = (row: ContactRow) => ({
    ...row,
    reason: row.reason ?? starsReason(row.stars, document.stars),
  })
  async function* pages(): AsyncGenerator<ContactRow[]> {
    yield first.items.map(withReason)
    for (let cursor = first.nextCursor; cursor;) {
      const page = await contactsPage(context, { ...of, cursor })
      yield page.items.map(withReason)
      cursor = page.nextCursor
    }
  }
  return {
    version: first.ratedBy.version,
    asOf: first.ratedBy.asOf,
    contacts: first.total ?? 0,
    pages: pages(),
  }
}
