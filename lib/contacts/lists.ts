import { daysAway } from '@/lib/engagement/local-day'
import type { Context } from '@/lib/server/context'
import { DORMANT_DAYS, RISEN_DAYS } from './list-words'
import type { RatedBy } from './contact-models'
import { pointBefore } from './points-data'

/** The instants that lists are told by. */
export type ListInstants = {
  /** Whoever has not responded since is dormant. */
  quietSince: Date
  /** The past point that `risen` compares with; null before there are ratings of then. */
  then: Date | null
}

/** Of the ratings that are shown. */
export async function listInstants(
  { workspace }: Context,
  { versionId, asOf }: Pick<RatedBy, 'versionId' | 'asOf'>,
): Promise<ListInstants> {
  const point = await pointBefore(versionId, daysAway(asOf, -RISEN_DAYS, workspace.timeZone))
  return { quietSince: daysAway(asOf, -DORMANT_DAYS, workspace.timeZone), then: point?.asOf ?? null }
}
