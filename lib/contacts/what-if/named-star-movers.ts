import { calledPeople } from '@/lib/what-if/called-people'
import type { Context } from '@/lib/server/context'
import { readHistories } from '../contact-history'
import type { Previewed } from './previewed'
import type { PreviewStarMover } from './schema'
import type { MovedContact } from './sql/preview-stars'
import { scoreSeen, starReason } from './star-reason'

/** Names those who move, and says why. */
export async function namedStarMovers(
  context: Context,
  { document, live, folds }: Previewed,
  moved: readonly MovedContact[],
): Promise<PreviewStarMover[]> {
  const workspace = context.workspace.id
  const people = moved.map(({ person }) => person)
  if (people.length === 0) return []
  const [name, drafted, before] = await Promise.all([
    calledPeople(context, people),
    readHistories(workspace, document, people),
    live ? readHistories(workspace, live.document, people) : null,
  ])
  return moved.map(({ person, ...scores }) => {
    const { personId, email, name: said } = name(person)
    const [was, is] = [before?.get(person), drafted.get(person)]
    const reason =
      live && was && is
        ? starReason(scoreSeen(was, live.document, folds), scoreSeen(is, document, folds))
        : null
    return { personId, email, name: said, ...scores, change: scores.after - scores.before, reason }
  })
}
