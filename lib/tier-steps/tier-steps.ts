import type { z } from 'zod'
import { documentOf } from '@/lib/engagement/data'
import { instantOf } from '@/lib/engagement/instants'
import { engagementModel } from '@/lib/engagement/known'
import { isLive } from '@/lib/engagement/snapshot-data'
import type { Context } from '@/lib/server/context'
import { AppError } from '@/lib/server/errors'
import { compareTiers } from './compare-tiers'
import { findCountedSnapshot } from './data'
import type { TierSteps, tierStepsSchema } from './schema'
import { doersByTier } from './sql/doers-by-tier'

type Asked = z.output<typeof tierStepsSchema>

function noCounts(asked: Asked, asOf: Date | undefined): AppError {
  const under = asked.version ? ` under version ${asked.version}` : ''
  return asOf
    ? new AppError(
        'not_found',
        `What everybody did is not kept at ${asOf.toISOString()}${under}. Leave asOf out for the newest instant at which it is.`,
        ['asOf'],
      )
    : new AppError('not_found', `There are no scores of this model yet${under}.`, ['version'])
}

/**
 * What sets every tier apart from the one above it, by the people with a score and what they did in the window of the
 * newest run that keeps that. Throws AppError `not_found` where none does.
 */
export async function tierStepsOf(context: Context, asked: Asked): Promise<TierSteps> {
  const { workspace } = context
  await engagementModel(context, asked.id)
  const at = asked.asOf === 'latest' ? undefined : instantOf(asked.asOf, workspace.timeZone)
  const snapshot = await findCountedSnapshot(asked.id, { asOf: at, version: asked.version })
  if (!snapshot) throw noCounts(asked, at)

  const { asOf, runId, version } = snapshot
  const { tiers, behaviors, window } = documentOf(version)
  const enabled = behaviors.flatMap((behavior, j) => (behavior.enabled ? j + 1 : []))
  const doers = await doersByTier(enabled)({ workspace: workspace.id, run: runId })
  // Replaced while it was read: begin again.
  if (!(await isLive(runId))) return tierStepsOf(context, asked)

  const sized = tiers.map(({ key, name, from, colour }) => ({
    ...{ key, name, from, colour },
    people: doers.find(({ tier }) => tier === key)?.people ?? 0,
  }))
  return {
    asOf,
    version: version.number,
    windowDays: window.days,
    tiers: sized,
    steps: compareTiers(sized, behaviors, doers),
  }
}
