import type { z } from 'zod'
import { engagementModel } from '@/lib/engagement/known'
import type { EngagementDocument } from '@/lib/scoring/engagement/document'
import { tierAscent } from '@/lib/scoring/engagement/tier-ascent'
import type { Context } from '@/lib/server/context'
import { AppError } from '@/lib/server/errors'
import { askedDocument } from './asked-document'
import { calledPeople } from './called-people'
import { type Everybody, readEvaluated } from './evaluated'
import { moverReason } from './mover-reason'
import type { PreviewMover, exportChangesSchema } from './schema'

/** People who are named together. */
const PAGE = 2500

type Asked = z.output<typeof exportChangesSchema>
type Changed = Omit<PreviewMover, 'personId' | 'email' | 'name' | 'account'> & { person: string }

/** Those with a score in both whose tier goes the way asked; tiers by name, as the file is for people. */
function changedIn(
  { evaluated, people, liveScores }: Everybody,
  { tiers: draft }: EngagementDocument,
  direction: Asked['direction'],
): Changed[] {
  if (!liveScores) return []
  const { scores, tiers: rows, document } = liveScores
  const moveOf = tierAscent(document.tiers, draft)
  const wanted = { up: [1], down: [-1], both: [1, -1] }[direction]
  const changed: Changed[] = []
  for (let index = 0; index < people.length; index++) {
    const [from, to] = [rows[index] ?? -1, evaluated.tierOf(index)]
    if (from < 0 || to < 0 || !wanted.includes(moveOf(from, to))) continue
    const [before, after] = [scores[index] ?? NaN, evaluated.scoreOf(index) ?? NaN]
    changed.push({
      person: String(people[index]),
      before,
      after,
      change: after - before,
      tierBefore: document.tiers[from]?.name ?? '',
      tierAfter: draft[to]?.name ?? '',
      reason: moverReason(evaluated.reasonOf(index)),
    })
  }
  return changed.sort((a, b) => Math.abs(b.change) - Math.abs(a.change))
}

async function* pages(context: Context, changed: readonly Changed[]): AsyncGenerator<PreviewMover[]> {
  for (let from = 0; from < changed.length; from += PAGE) {
    const page = changed.slice(from, from + PAGE)
    const name = await calledPeople(
      context,
      page.map(({ person }) => person),
    )
    yield page.map(({ person, ...moved }) => ({ ...name(person), ...moved }))
  }
}

/**
 * Everybody who changes tier between the live scores and the saved draft, the largest change of score first, page by
 * page. Throws AppError `not_found`, `conflict` where nothing is live yet, and as a preview does.
 */
export async function changedPeople(context: Context, { id, direction }: Asked) {
  const model = await engagementModel(context, id)
  const document = askedDocument(model.draft, {})
  const found = await readEvaluated(context, { modelId: id, document }, (everybody) => ({
    live: everybody.live,
    asOf: everybody.ready.asOf,
    changed: changedIn(everybody, document, direction),
  }))
  if (!found.live) throw new AppError('conflict', 'Nothing is published yet: nobody can change tier.')
  const { asOf, live, changed } = found
  return { asOf, version: live.version, people: changed.length, pages: pages(context, changed) }
}
