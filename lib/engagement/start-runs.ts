import type { z } from 'zod'
import type { Context } from '@/lib/server/context'
import { AppError } from '@/lib/server/errors'
import { workspaceTimes } from './data'
import { instantOf, pointsBetween } from './instants'
import { knownVersion } from './known'
import { observedUntil } from './observed-until'
import { insertRuns } from './run-data'
import { type Restatement, restateYear } from './restate-year'
import type { restateSchema, startRunSchema } from './schema'

/** Somewhat more than a year of days. */
const MOST_POINTS = 400

type Asked = z.output<typeof startRunSchema>

async function points(context: Context, { asOf, from, to, every }: Asked): Promise<readonly Date[]> {
  const { timeZone } = context.workspace
  if (!from && !to && !every) {
    return [
      asOf
        ? instantOf(asOf, timeZone)
        : observedUntil(await workspaceTimes(context.workspace.id), context.now),
    ]
  }
  if (asOf) throw new AppError('invalid', 'Give either asOf, or from, to and every.', ['asOf'])
  if (!from) throw new AppError('invalid', 'from is required beside to and every.', ['from'])
  if (!to) throw new AppError('invalid', 'to is required beside from and every.', ['to'])
  if (!every)
    throw new AppError('invalid', 'every is required beside from and to: "day" or "week".', ['every'])
  const found = pointsBetween(
    instantOf(from, timeZone),
    instantOf(to, timeZone),
    every,
    timeZone,
    MOST_POINTS + 1,
  )
  if (found.length > MOST_POINTS)
    throw new AppError('invalid', `That is over ${MOST_POINTS} runs at once.`, ['from'])
  if (found.length > 0) return found
  const what = every === 'day' ? 'a local day' : 'a local Monday'
  throw new AppError('invalid', `No first instant of ${what} lies between from and to.`, ['to'])
}

/** Queues one run, or one for each point of a stretch of time, made together; returns their ids, oldest point first. */
export async function startRuns(context: Context, asked: Asked): Promise<readonly string[]> {
  const version = await knownVersion(context, asked.id, asked.version)
  const asOfs = await points(context, asked)
  if (asOfs.some((asOf) => asOf > context.now)) {
    throw new AppError('invalid', 'A run cannot be in the future.', [asked.to ? 'to' : 'asOf'])
  }
  if (asOfs.some((asOf) => asOf.getTime() < 0)) {
    throw new AppError('invalid', 'A run cannot be before 1970.', [asked.from ? 'from' : 'asOf'])
  }
  return insertRuns(
    asOfs.map((asOf) => ({
      workspaceId: context.workspace.id,
      modelId: asked.id,
      versionId: version.id,
      asOf,
      scheduled: asked.every !== undefined,
      now: context.now,
    })),
  )
}

/** Queues the weekly scores of the past year up to the instant until which is observed, under a version. */
export async function restateModel(
  context: Context,
  { id, version: number }: z.output<typeof restateSchema>,
): Promise<Restatement> {
  const { workspace, now } = context
  const { id: versionId } = await knownVersion(context, id, number)
  const times = await workspaceTimes(workspace.id)
  const version = { id: versionId, modelId: id }
  const ofZone = { id: workspace.id, timeZone: times.timeZone }
  const restated = await restateYear(ofZone, version, observedUntil(times, now), now)
  if (restated) return restated
  throw new AppError(
    'conflict',
    'There is nothing to restate: nobody was active before the last local Monday.',
  )
}
