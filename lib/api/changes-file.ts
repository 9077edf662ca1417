import { Readable } from 'node:stream'
import { stringify } from 'csv-stringify'
import type { Context } from '@/lib/server/context'
import { exportChanges } from '@/lib/what-if/operations'
import type { PreviewMover } from '@/lib/what-if/schema'

const columns = [
  'person',
  'email',
  'name',
  'account',
  'live score',
  'draft score',
  'change',
  'live tier',
  'draft tier',
  'reason',
]

const cells = (row: PreviewMover) => [
  row.personId,
  row.email,
  row.name,
  row.account,
  row.before,
  row.after,
  row.change,
  row.tierBefore,
  row.tierAfter,
  row.reason,
]

/** What stands between the pages of people and the lines of the file; cells that a spreadsheet would run are harmless. */
async function* lines(pages: AsyncIterable<readonly PreviewMover[]>) {
  for await (const page of pages) for (const row of page) yield cells(row)
}

/** Everybody who changes tier under the saved draft as CSV. It is written as people are named, never held whole. */
export async function changesFile(context: Context, id: string, direction?: string): Promise<Response> {
  const { asOf, version, pages } = await exportChanges(context, { id, direction: direction as 'both' })
  const file = Readable.from(lines(pages)).compose(
    stringify({ header: true, columns, escape_formulas: true }),
  )
  const name = `tier-changes-from-v${version}-${asOf.toISOString().slice(0, 10)}.csv`
  return new Response(Readable.toWeb(file as Readable) as ReadableStream, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    },
  })
}
