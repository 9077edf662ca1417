import type { Context } from '@/lib/server/context'
import { behaviorInWords } from '@/lib/scoring/engagement/behavior-words'
import { AppError } from '@/lib/server/errors'
import { documentOf, findModelToShow, workspaceTimes } from './data'
import { fourWeeksEarlier } from './compared-snapshots'
import { observedUntil } from './observed-until'
import { findLastRun, findRunUnderWay } from './run-data'
import { findRestating } from './restating-data'
import { findSnapshot } from './snapshot-data'
import { distributionView, modelView, runView } from './views'

const nothingScored = { scores: null, earlier: null, behaviors: null, document: null }

/** The newest scores, those of four weeks before, and how they were made. */
async function scoresOf(modelId: string, timeZone: string) {
  const snapshot = await findSnapshot(modelId, {})
  if (!snapshot) return { ...nothingScored, restating: null }
  const [earlier, restating] = await Promise.all([
    fourWeeksEarlier(snapshot, timeZone),
    findRestating(snapshot.versionId),
  ])
  const document = documentOf(snapshot.version)
  return {
    scores: { ...distributionView(snapshot), runId: snapshot.runId },
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
      /** The instant of the version's frozen reference. */
      referenceAsOf: snapshot.version.referenceAsOf,
    },
    /** Past weeks that are being scored under the version shown. */
    restating,
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
      ...nothingScored,
      restating: null,
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
    /** One that is not of those past weeks. */
    running: running && running.batchId !== scores.restating?.batchId ? runView(running) : null,
    /** The last run, when it failed and none is under way. */
    failed: !running && last?.state === 'failed' ? runView(last) : null,
  }
}
