import { daysAway } from '@/lib/engagement/local-day'
import type { Context } from '@/lib/server/context'
import { scheduledPoints } from './data'
import type { Member } from './histories'
import { pointOf } from './person-at'
import { tiersInRuns } from './sql/person-points'

/** So many instants are asked first, the newest, then twice as many each time: few people stay in a tier for long. */
const AT_FIRST = 8

type Newest = { modelId: string; versionId: string; asOf: Date; tier: string }

/**
 * Since when a person was found in the tier of their newest score, at every scheduled instant of a version under its own
 * reference, a year back at most; null without a tier.
 */
export async function tierSince(
  { id: workspace, timeZone }: Context['workspace'],
  members: readonly Member[],
  { modelId, versionId, asOf, tier }: Newest,
): Promise<Date | null> {
  if (tier === '') return null
  const found = await scheduledPoints(modelId, daysAway(asOf, -366, timeZone), asOf)
  const points = found.filter((point) => point.versionId === versionId)
  const ids = members.map(({ id }) => BigInt(id))
  let since = asOf
  for (let end = points.length, atOnce = AT_FIRST; end > 0; end -= atOnce, atOnce *= 2) {
    const asked = points.slice(Math.max(0, end - atOnce), end)
    const [first = { asOf }] = asked
    const runs = asked.map(({ runId }) => runId)
    const rows = await tiersInRuns({ workspace, runs, ids, from: first.asOf, to: asOf })
    for (const point of asked.reverse()) {
      if (pointOf(rows, point.runId, members)?.tier !== tier) return since
      since = point.asOf
    }
  }
  return since
}
