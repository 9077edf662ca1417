import { baselinesOf, type StageBaseline } from './baselines'
import type { EngagementDocument } from './document'
import type { Frame } from './frame'
import { isMeasured, type Measured, measurePerson } from './measure-person'
import type { PersonHistory } from './person-history'
import type { PersonScore } from './person-score'
import { type Placed, placePerson } from './place-person'

function scored(person: Measured, model: EngagementDocument, own: Placed, other: Placed | null): PersonScore {
  const { id, tenure, stage, counts, terms, raw, key, matched, lastMatched, monetary } = person
  return {
    id,
    state: 'scored',
    tenureDays: tenure,
    counts,
    terms,
    raw,
    rankKey: key,
    stage: model.lifecycle.stages[stage]?.key ?? null,
    matched,
    lastMatched,
    monetary,
    ...own,
    otherScore: other?.score ?? null,
    otherTier: other?.tier ?? null,
  }
}

/**
 * **Engagement score of a population** at one instant under one model: state, counts, raw, score, tier.
 *
 * @param people everybody the workspace knows, each once; the order of people and of their occurrences means nothing
 * @param frozen the baselines of the version's reference (see `baselinesFromReference`). The model says which reference
 *   its score is under; with `frozen` given, `otherScore` and `otherTier` are those under the other one.
 * @returns one entry per person, in the order given; the score is a function of the set of people
 *
 * Throws where the model asks for a frozen reference and none is given: whoever calls forgot it.
 */
export function scorePopulation(
  people: readonly PersonHistory[],
  model: EngagementDocument,
  frame: Frame,
  frozen?: readonly StageBaseline[],
): readonly PersonScore[] {
  const isFrozen = model.normalisation.reference.type === 'frozen'
  if (isFrozen && !frozen) throw new Error('A model with a frozen reference is scored with its baselines.')

  const measured = people.map(measurePerson(model, frame))
  const rolling = baselinesOf(measured.filter(isMeasured), model)
  return measured.map((one) => {
    if (!isMeasured(one)) return one
    const now = placePerson(one, rolling, model)
    const then = frozen ? placePerson(one, frozen, model) : null
    return isFrozen && then ? scored(one, model, then, now) : scored(one, model, now, then)
  })
}
