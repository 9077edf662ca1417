import type { Context } from '@/lib/server/context'
import { explainPerson, getPerson, personPath } from './operations'
import { comparedWith } from './compared-with'

/**
 * What the page of a person opens with: who it is, the path of twelve months, why the score is what it is and what
 * changed since `since`, an instant of the path (default about four weeks before). Throws AppError `not_found`.
 */
export async function personPage(context: Context, id: string, since?: string) {
  const [person, path] = await Promise.all([getPerson(context, { id }), personPath(context, { id })])
  if (person.asOf === null) return { person, path, explanation: null }
  const points = path.items.map(({ asOf }) => asOf)
  const asked = points.find((point) => point.toISOString() === since)
  const from = asked ?? comparedWith(points, person.asOf)
  const explanation = await explainPerson(context, { id, from: from?.toISOString() })
  return { person, path, explanation }
}
