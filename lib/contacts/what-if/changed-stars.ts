import type { z } from 'zod'
import type { Context } from '@/lib/server/context'
import { AppError } from '@/lib/server/errors'
import { namedStarMovers } from './preview-stars'
import { type Previewed, previewed } from './previewed'
import type { PreviewStarMover, exportStarChangesSchema } from './schema'
import { type MovedContact, changedInRange } from './sql/preview-stars'

/** Contacts who are named together. */
const PAGE = 1000

async function* pages(
  context: Context,
  found: Previewed,
  changed: readonly MovedContact[],
): AsyncGenerator<PreviewStarMover[]> {
  for (let from = 0; from < changed.length; from += PAGE)
    yield await namedStarMovers(context, found, changed.slice(from, from + PAGE))
}

/**
 * Everybody whose stars change between the live version and the saved draft, the largest change of score first, page by
 * page. Throws AppError `not_found`, `conflict` where nothing is live yet, and as a preview does.
 */
export async function changedStars(
  context: Context,
  { id, direction }: z.output<typeof exportStarChangesSchema>,
) {
  const found = await previewed(context, { id })
  const { document, live, folds, ranges } = found
  if (!live) throw new AppError('conflict', 'Nothing is published yet: nobody’s stars can change.')
  const changed: MovedContact[] = []
  for (const range of ranges) {
    const documents = { draft: document, live: live.document }
    const rows = await changedInRange(context.workspace.id, documents, folds, range, direction)
    for (const row of rows) changed.push(row)
  }
  changed.sort((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before))
  return {
    asOf: folds.asOf,
    version: live.version,
    contacts: changed.length,
    pages: pages(context, found, changed),
  }
}
