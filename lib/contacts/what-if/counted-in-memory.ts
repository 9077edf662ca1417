import { starSummary } from '@/lib/scoring/contacts/what-if/star-summary'
import type { Context } from '@/lib/server/context'
import { loadedStars } from './loaded-stars'
import { type Counted, plain, plainChange } from './plain-counts'
import type { Previewed } from './previewed'
import { mappingOf } from './sql/action-codes'
import type { MovedContact } from './sql/preview-stars'

/** What a preview counts, of actions in memory. */
export async function countedInMemory(context: Context, found: Previewed, movers: number): Promise<Counted> {
  const { document, live: rated } = found
  const { people, columns, live, evaluate } = await loadedStars(context, {
    drafted: mappingOf(document),
    rated,
  })
  const { whatIf, starsOf, movers: moversOf } = evaluate(document)
  const { running, final, change } = whatIf.orders
  const moved = (way: 'up' | 'down'): MovedContact[] =>
    moversOf(way, movers).map(({ contact, before, after }) => ({
      ...{ person: String(people[contact]), before, after },
      starsBefore: live?.stars[contact] ?? 0,
      starsAfter: starsOf(contact),
    }))
  return {
    ...plain(whatIf),
    asOf: new Date(columns.asOf),
    live: live && { ...plain(starSummary(live.scores, live.stars)), version: live.version },
    change: whatIf.change && plainChange(whatIf.change),
    orders: { running: plain(running), final: plain(final), change: plainChange(change) },
    ...{ up: moved('up'), down: moved('down') },
  }
}
