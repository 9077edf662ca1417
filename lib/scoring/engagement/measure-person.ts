import { type BehaviorCounts, compileCounts } from './behavior-counts'
import type { EngagementDocument } from './document'
import type { Frame } from './frame'
import type { PersonHistory } from './person-history'
import { type PersonScore, unscored } from './person-score'
import { rankKey } from './rank-key'
import { rawScore } from './raw-score'
import { scoringBehaviors } from './scoring-behaviors'
import { stageAt } from './stage'
import { compileState } from './state'
import { activitySpan, tenureDays } from './tenure'

/** A person with a score to come: all that is known before anybody is compared. */
export type Measured = BehaviorCounts & {
  id: string
  /** In days, with fractions. */
  tenure: number
  /** Index of the stage. */
  stage: number
  /** w_j · f_j(min(c_j, n_j)) per behavior, 0 for a disabled one; they sum to raw. */
  terms: readonly number[]
  raw: number
  /** The rank key of raw. */
  key: number
}

/** Whether a score is to come. */
export function isMeasured(one: Measured | PersonScore): one is Measured {
  return 'key' in one
}

/**
 * **Measured**, the first pass, alone: a person's state and, where there is a score to come, what they did in points.
 *
 * @returns a function asked once per person; it gives somebody without a score as they stay
 *
 * Example: `people.map(measurePerson(model, frame)).filter(isMeasured)` is the population with a score.
 */
export function measurePerson(
  model: EngagementDocument,
  frame: Frame,
): (person: PersonHistory) => Measured | PersonScore {
  const behaviors = scoringBehaviors(model)
  const countsOf = compileCounts(model)
  const stateOf = compileState(model.population, frame)

  return (person) => {
    const { id, occurrences, createdAt } = person
    const span = activitySpan(person, frame.asOf)
    const tenure = span && tenureDays(span.first, createdAt, frame.asOf)
    const state = stateOf(person, span, tenure ?? 0)
    if (state !== 'scored' || tenure === null) return unscored(id, state, tenure)

    const counts = countsOf(occurrences, frame)
    const { terms, raw } = rawScore(behaviors, counts.counts)
    const stage = stageAt(tenure, model.lifecycle.stages)
    return { id, tenure, stage, ...counts, terms, raw, key: rankKey(raw) }
  }
}
