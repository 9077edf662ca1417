import type { EngagementDocument } from '../document'
import type { Frame } from '../frame'
import { isMeasured, measurePerson } from '../measure-person'
import type { PersonHistory } from '../person-history'
import type { PersonScore } from '../person-score'
import { personStates } from '../state'
import { countKey, type LiveScores, type Population } from './population'

/** Everybody counted for a document, in the order given. */
export function populationOf(
  people: readonly PersonHistory[],
  model: EngagementDocument,
  frame: Frame,
): Population {
  const measured = people.map(measurePerson(model, frame))
  const columnOf = (j: number) =>
    Float64Array.from(measured, (one) => (isMeasured(one) ? (one.counts[j] ?? 0) : 0))
  return {
    size: people.length,
    states: Uint8Array.from(measured, (one) => personStates.indexOf(isMeasured(one) ? 'scored' : one.state)),
    tenures: Float64Array.from(measured, (one) => (isMeasured(one) ? one.tenure : (one.tenureDays ?? 0))),
    counts: new Map(model.behaviors.map((behavior, j) => [countKey(behavior), columnOf(j)])),
  }
}

/** What is stored of a run, in the order of its scores. */
export function liveScoresOf(scores: readonly PersonScore[], document: EngagementDocument): LiveScores {
  const tiers = document.tiers.map(({ key }) => key)
  const columnOf = (j: number) => Float64Array.from(scores, ({ counts }) => counts?.[j] ?? 0)
  return {
    document,
    scores: Float64Array.from(scores, ({ score }) => score ?? NaN),
    tiers: Int8Array.from(scores, ({ tier }) => tiers.indexOf(tier ?? '')),
    counts: new Map(document.behaviors.map((behavior, j) => [countKey(behavior), columnOf(j)])),
  }
}
