import { log } from '@/lib/server/log'
import { duePoints } from './due-points'
import { newestLocalMidnight } from './local-day'
import { observedUntil } from './observed-until'
import { insertRuns } from './run-data'
import { type TickOptions, type TickedModel, aloneWithModel, findPast, listTickedModels } from './tick-data'

/**
 * The job of every minute: queues what is due of every published engagement model (see `duePoints`). Ticks may come
 * late, twice or at once; whatever was missed meanwhile is made up for by the next one.
 */
export async function tick({ clock = () => new Date(), workspaceId }: TickOptions = {}): Promise<void> {
  const now = clock()
  for (const model of await listTickedModels(workspaceId)) {
    try {
      await queueDue(model, now)
    } catch (err) {
      // One model's trouble is not that of the others; the next tick tries again.
      log().error({ err, modelId: model.id }, 'a model could not be scheduled')
    }
  }
}

async function queueDue(model: TickedModel, now: Date): Promise<void> {
  const { id: modelId, versionId, workspaceId, times } = model
  const { timeZone } = times
  // Before the first event there is nobody to score.
  if (!times.lastReceivedAt && !times.lastOccurredAt) return
  const newest = newestLocalMidnight(observedUntil(times, now), timeZone)
  const due = async () => duePoints({ newest, ...(await findPast(model, newest)), timeZone, now })
  if ((await due()).length === 0) return
  await aloneWithModel(modelId, async () => {
    const points = await due()
    const runs = points.map((asOf) => ({ workspaceId, modelId, versionId, asOf, scheduled: true, now }))
    if (runs.length > 0) await insertRuns(runs)
  })
}
