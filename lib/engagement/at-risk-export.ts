import { listPeople } from '@/lib/people/list-people'
import type { PersonRow } from '@/lib/people/schema'
import type { Context } from '@/lib/server/context'
import { documentOf } from './data'
import { knownSnapshot } from './known'

const PAGE = 2500

async function* pages(
  context: Context,
  filter: { model: string; tier: string },
): AsyncGenerator<PersonRow[]> {
  let cursor: string | undefined
  do {
    const page = await listPeople(context, { ...filter, sort: 'score', order: 'asc', limit: PAGE, cursor })
    yield page.items
    cursor = page.nextCursor ?? undefined
  } while (cursor)
}

/**
 * The people in a model's lowest tier at its newest scores, the lowest score first, page by page.
 * Throws AppError `not_found` where there are no scores; reading on throws `conflict` once people are scored again.
 */
export async function atRiskExportOf(context: Context, { id }: { id: string }) {
  const snapshot = await knownSnapshot(context, { id, asOf: 'latest' })
  const [lowest] = documentOf(snapshot.version).tiers
  if (!lowest) throw new Error('a published model has no tiers')
  return {
    tier: { key: lowest.key, name: lowest.name },
    version: snapshot.version.number,
    asOf: snapshot.asOf,
    pages: pages(context, { model: id, tier: lowest.key }),
  }
}
