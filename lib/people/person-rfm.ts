import type { WorkspaceId } from '@/lib/auth/workspace-id'
import { DAY_MS } from '@/lib/scoring/engagement/frame'
import { rankKey } from '@/lib/scoring/engagement/rank-key'
import { rfmAt } from '@/lib/scoring/engagement/rfm'
import type { Person } from './schema'
import type { PersonPoint } from './sql/person-points'
import { rfmPlaces } from './sql/rfm-places'

/** R, F and M of a person among the scored people of a run; null without a score. */
export async function personRfm(
  workspace: WorkspaceId,
  { run, state, matched, lastMatched, monetary }: PersonPoint,
  asOf: Date,
): Promise<Person['rfm']> {
  if (state !== 'scored') return null
  const last = lastMatched?.getTime() ?? null
  const [found] = await rfmPlaces({ workspace, run, matched, lastMatched: last ?? -1, monetaryKey: rankKey(monetary) }) // prettier-ignore
  if (!found || found.n === 0) return null
  const place = ([below = 0, equal = 0]: readonly number[]) => ({ below, equal })
  const places = {
    recency: place(found.recency),
    frequency: place(found.frequency),
    monetary: place(found.monetary),
  }
  const rfm = rfmAt({ matched, lastMatched: last, monetary }, places, found.n)
  return {
    recency: { quintile: rfm.recency, value: last === null ? null : (asOf.getTime() - last) / DAY_MS },
    frequency: { quintile: rfm.frequency, value: matched },
    monetary: { quintile: rfm.monetary, value: monetary },
  }
}
