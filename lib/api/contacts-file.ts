import { Readable } from 'node:stream'
import { stringify } from 'csv-stringify'
import { exportContacts } from '@/lib/contacts/operations'
import type { ContactRow } from '@/lib/contacts/schema'
import type { Context } from '@/lib/server/context'

const columns = [
  'contact',
  'email',
  'name',
  'score',
  'stars',
  'last action',
  'last action at',
  'last response at',
  'bounces',
  'complaints',
  'unsubscribed',
  'reason',
]

const cells = (row: ContactRow) => [
  row.personId,
  row.email,
  row.name,
  row.score,
  row.stars,
  row.lastAction.replace('_', ' '),
  row.lastActionAt.toISOString(),
  row.lastResponseAt?.toISOString(),
  row.bounces,
  row.complaints,
  row.unsubscribed ? 'yes' : 'no',
  row.reason,
]

/** What stands between the pages of contacts and the lines of the file; cells that a spreadsheet would run are harmless. */
async function* lines(pages: AsyncIterable<readonly ContactRow[]>) {
  for await (const page of pages) for (const row of page) yield cells(row)
}

/** What is asked of the list, as texts of an address. */
type Asked = { model?: string; list?: string; stars?: string; search?: string }

/** The contacts of a listing as CSV. It is written as it is read: however long the list is, it is never held whole. */
export async function contactsFile(context: Context, asked: Asked): Promise<Response> {
  const { asOf, pages } = await exportContacts(context, asked as Parameters<typeof exportContacts>[1])
  const file = Readable.from(lines(pages)).compose(
    stringify({ header: true, columns, escape_formulas: true }),
  )
  const kind = asked.list ?? (asked.stars ? `${asked.stars}-stars` : 'all')
  const name = `contacts-${kind}-${asOf.toISOString().slice(0, 10)}.csv`.replace(/[^\w.-]/g, '_')
  return new Response(Readable.toWeb(file as Readable) as ReadableStream, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    },
  })
}
