import type { z } from 'zod'
import type { Context } from '@/lib/server/context'
import { AppError } from '@/lib/server/errors'
import { loadedStars } from './loaded-stars'
import { namedStarMovers } from './named-star-movers'
import { type Previewed, previewed } from './previewed'
import type { PreviewStarMover, exportStarChangesSchema } from './schema'
import { mappingOf } from './sql/action-codes'
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

/** Of actions in memory. */
async function changedInMemory(
  context: Context,
  { document, live: rated }: Previewed,
  direction: 'up' | 'down' | 'both',
): Promise<MovedContact[]> {
  const loaded = await loadedStars(context, { drafted: mappingOf(document), rated })
  const { people, live, evaluate } = loaded
  if (!live) return []
  const { scoreOf, starsOf } = evaluate(document)
  const changed: MovedContact[] = []
  for (let contact = 0; contact < people.length; contact++) {
    const [starsBefore, starsAfter] = [live.stars[contact] ?? 0, starsOf(contact)]
    if (starsBefore === 0 || starsAfter === 0 || starsBefore === starsAfter) continue
    if (direction !== 'both' && (direction === 'up') !== starsAfter > starsBefore) continue
    const [before, after] = [live.scores[contact] ?? NaN, scoreOf(contact) ?? NaN]
    changed.push({ person: String(people[contact]), before, after, starsBefore, starsAfter })
  }
  return changed
}

async function changedBySql(
  context: Context,
  { document, live, folds, ranges }: Previewed,
  direction: 'up' | 'down' | 'both',
): Promise<MovedContact[]> {
  const changed: MovedContact[] = []
  for (const range of ranges) {
    const documents = { draft: document, live: live?.document ?? document }
    const rows = await changedInRange(context.workspace.id, documents, folds, range, direction)
    for (const row of rows) changed.push(row)
  }
  return changed
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
  const { live, folds, inMemory } = found
  if (!live) throw new AppError('conflict', 'Nothing is published yet: nobody’s stars can change.')
  const changed = await (inMemory ? changedInMemory : changedBySql)(context, found, direction)
  changed.sort((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before))
  return {
    asOf: folds.asOf,
    version: live.version,
    contacts: changed.length,
    pages: pages(context, found, changed),
  }
}
