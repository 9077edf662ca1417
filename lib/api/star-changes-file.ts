import { Readable } from 'node:stream'
import { stringify } from 'csv-stringify'
import { exportStarChanges } from '@/lib/contacts/what-if/operations'
import type { PreviewStarMover } from '@/lib/contacts/what-if/schema'
import type { Context } from '@/lib/server/context'

const columns = [
  'contact',
  'email',
  'name',
  'live score',
  'draft score',
  'change',
  'live stars',
  'draft stars',
  'reason',
]

const cells = (row: PreviewStarMover) => [
  row.personId,
  row.email,
  row.name,
  row.before,
  row.after,
  row.change,
  row.starsBefore,
  row.starsAfter,
  row.reason,
]

/** What stands between the pages of contacts and the lines of the file; cells that a spreadsheet would run are harmless. */
async function* lines(pages: AsyncIterable<readonly PreviewStarMover[]>) {
  for await (const page of pages) for (const row of page) yield cells(row)
}

/** Everybody whose stars the saved draft changes as CSV. It is written as contacts are named, never held whole. */
export async function starChangesFile(context: Context, id: string, direction?: string): Promise<Response> {
  const { asOf, version, pages } = await exportStarChanges(context, { id, direction: direction as 'both' })
  const file = Readable.from(lines(pages)).compose(
    stringify({ header: true, columns, escape_formulas: true }),
  )
  const name = `star-changes-from-v${version}-${asOf.toISOString().slice(0, 10)}.csv`
  return new Response(Readable.toWeb(file as Readable) as ReadableStream, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    },
  })
}
