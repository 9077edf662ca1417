import { Readable } from 'node:stream'
import { stringify } from 'csv-stringify'
import { exportAtRisk } from '@/lib/engagement/operations'
import type { PersonRow } from '@/lib/people/schema'
import type { Context } from '@/lib/server/context'

const columns = [
  'person',
  'email',
  'name',
  'account',
  'score',
  'raw',
  'tier',
  'stage',
  'last activity',
  'as of',
  'version',
]

const cells = (row: PersonRow) => [
  row.personId,
  row.email,
  row.name,
  row.account,
  row.score,
  row.raw,
  row.tier,
  row.stage,
  row.lastActivity?.toISOString(),
  row.asOf?.toISOString(),
  row.version,
]

/** What stands between the pages of people and the lines of the file; cells that a spreadsheet would run are harmless. */
async function* lines(pages: AsyncIterable<readonly PersonRow[]>) {
  for await (const page of pages) for (const row of page) yield cells(row)
}

/** The at-risk list as CSV. It is written as it is read: however long the list is, it is never held whole. */
export async function atRiskFile(context: Context, id: string): Promise<Response> {
  const { tier, asOf, pages } = await exportAtRisk(context, { id })
  const file = Readable.from(lines(pages)).compose(
    stringify({ header: true, columns, escape_formulas: true }),
  )
  const name = `${tier.key}-${asOf.toISOString().slice(0, 10)}.csv`.replace(/[^\w.-]/g, '_')
  return new Response(Readable.toWeb(file as Readable) as ReadableStream, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    },
  })
}
