import type { Context } from '@/lib/server/context'
import { AppError } from '@/lib/server/errors'
import { behaviorInWords } from './behavior-words'
import { documentOf, findModelToShow, workspaceTimes } from './data'
import { daysAway } from './local-day'
import { observedUntil } from './observed-until'
import { findLastRun, findRunUnderWay } from './run-data'
import { type SnapshotRow, findScheduledBetween, findSnapshot } from './snapshot-data'
import { distributionView, modelView, runView } from './views'

const WEEKS_BACK = 4

/** The scheduled scores of four weeks earlier, or of up to six days before that where that day has none. */
function earlierThan({ versionId, asOf }: SnapshotRow, timeZone: string) {
  const until = daysAway(asOf, -7 * WEEKS_BACK, timeZone)
  return findScheduledBetween(versionId, daysAway(until, -7, timeZone), until)
}

async function scoresOf(modelId: string, timeZone: string) {
  const snapshot = await findSnapshot(modelId, {})
  if (!snapshot) return { scores: null, earlier: null, behaviors: null, document: null }
  const earlier = await earlierThan(snapshot, timeZone)
  const document = documentOf(snapshot.version)
  return {
    scores: distributionView(snapshot),
    earlier: earlier && distributionView(earlier),
    behaviors: document.behaviors.map((behavior) => ({
      key: behavior.key,
      name: behavior.name,
      weight: behavior.weight,
      enabled: behavior.enabled,
      counts: behaviorInWords(behavior),
    })),
    document: {
      windowDays: document.window.days,
      activeWithinDays: document.population.activeWithinDays,
      weighting: document.weighting,
      normalisation: document.normalisation,
      lifecycle: document.lifecycle,
    },
  }
}

/** Everything the overview opens with, from PostgreSQL alone, so that it is as quick while runs work. */
export async function overviewOf({ workspace, now }: Context, modelId?: string) {
  const [model, times] = await Promise.all([
    findModelToShow(workspace.id, modelId),
    workspaceTimes(workspace.id),
  ])
  if (modelId && !model) throw new AppError('not_found', 'There is no such model.')
  const common = {
    timeZone: times.timeZone,
    observedUntil: observedUntil(times, now),
    /** Null in a workspace without events. */
    lastOccurredAt: times.lastOccurredAt,
  }
  if (!model)
    return {
      ...common,
      model: null,
      scores: null,
      earlier: null,
      behaviors: null,
      document: null,
      running: null,
      failed: null,
    }

  const [scores, running, last] = await Promise.all([
    scoresOf(model.id, times.timeZone),
    findRunUnderWay(model.id),
    findLastRun(model.id),
  ])
  return {
    ...common,
    model: modelView(model),
    ...scores,
    running: running && runView(running),
    /** The last run, when it failed and none is under way. */
    failed: !running && last?.state === 'failed' ? runView(last) : null,
  }
}
