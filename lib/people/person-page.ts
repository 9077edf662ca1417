import { findModelToShow } from '@/lib/engagement/data'
import { findSnapshot } from '@/lib/engagement/snapshot-data'
import type { Context } from '@/lib/server/context'
import { comparedWith } from './compared-with'
import { askedTogether } from './known-person'
import { explainPerson, getPerson, personPath } from './operations'
import { pathFrom, pathInstants } from './person-path'

/** Why the score is what it is and what changed since; null before the first scores. */
async function explanationOf(context: Context, id: string, since: string | undefined) {
  const { id: workspace, timeZone } = context.workspace
  const model = await findModelToShow(workspace)
  const newest = model && (await findSnapshot(model.id, {}))
  if (!newest) return null
  const path = await pathInstants(model.id, pathFrom(newest.asOf, timeZone), newest.asOf, timeZone)
  const points = path.map(({ asOf }) => asOf)
  const asked = points.find((point) => point.toISOString() === since)
  const from = asked ?? comparedWith(points, newest.asOf)
  return explainPerson(context, { id, from: from?.toISOString() })
}

/**
 * What the page of a person opens with: who it is, the path of twelve months, why the score is what it is and what
 * changed since `since`, an instant of the path (default about four weeks before). Throws AppError `not_found`.
 */
export async function personPage(context: Context, id: string, since?: string) {
  const shared = askedTogether(context)
  const [person, path, explanation] = await Promise.all([
    getPerson(shared, { id }),
    personPath(shared, { id }),
    explanationOf(shared, id, since),
  ])
  return { person, path, explanation: person.asOf === null ? null : explanation }
}
