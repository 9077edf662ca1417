import type { z } from 'zod'
import type { Context } from '@/lib/server/context'
import { documentOf } from './data'
import { instantOf } from './instants'
import { knownSnapshot } from './known'
import { daysAway } from './local-day'
import type { TiersOverTime, tiersOverTimeSchema } from './over-time-schema'
import { summaryOfSnapshot } from './snapshot-data'
import { tiersUnder } from './under-reference'
import { weeklyBetween } from './weekly-snapshots'

/** From a Monday to the same one a year later. */
const YEAR_DAYS = 364

/**
 * How many people were in which tier, week by week, from the stored summaries: one point for the scheduled scores of each
 * local Monday in `[from, to]`. Weeks that were not placed under the reference are left out.
 * Throws AppError `not_found` where the model has no scores.
 */
export async function tiersOverTime(
  context: Context,
  { id, from, to, reference, version }: z.output<typeof tiersOverTimeSchema>,
): Promise<TiersOverTime> {
  const { timeZone } = context.workspace
  const newest = await knownSnapshot(context, { id, asOf: 'latest', version })
  const document = documentOf(newest.version)
  const until = to ? instantOf(to, timeZone) : newest.asOf
  const since = from ? instantOf(from, timeZone) : daysAway(until, -YEAR_DAYS, timeZone)
  const weeks = await weeklyBetween(newest.versionId, since, until, timeZone)
  return {
    version: newest.version.number,
    reference,
    referenceAsOf: newest.version.referenceAsOf,
    tiers: document.tiers.map(({ key, name, from, colour }) => ({ key, name, from, colour })),
    points: weeks.flatMap((week) => {
      const summary = summaryOfSnapshot(week)
      const tiers = tiersUnder(document, summary, reference)
      if (!tiers) return []
      const { n, states } = summary
      return {
        asOf: week.asOf,
        version: newest.version.number,
        n,
        tiers: tiers.map(({ key, people }) => ({ key, people, share: n === 0 ? null : people / n })),
        states,
      }
    }),
  }
}
