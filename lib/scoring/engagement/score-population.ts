import { baselinesOf, type StageBaseline } from './baselines'
import type { EngagementDocument } from './document'
import type { Frame } from './frame'
import { compileMatch } from './match'
import { measure } from './measure'
import type { PersonHistory } from './person-history'
import { type PersonScore, unscored } from './person-score'
import { rankKey } from './rank-key'
import { rawScore } from './raw-score'
import { stageAt } from './stage'
import { stateOf } from './state'
import { activitySpan, tenureDays } from './tenure'
import { tierAt } from './tier'
import { scoreUnder } from './zeros'

/** A person with a score to come: all that is known before anybody is compared. */
type Member = {
  id: string
  tenure: number
  stage: number
  counts: readonly number[]
  terms: readonly number[]
  raw: number
  key: number
}

/** First pass, alone: a person's state and, where there is a score to come, what they did in points. */
function measureAlone(
  model: EngagementDocument,
  frame: Frame,
): (person: PersonHistory) => Member | PersonScore {
  const { behaviors, lifecycle, population } = model
  const compiled = behaviors.map(({ match, measure: { type } }) => ({ type, matches: compileMatch(match) }))

  return (person) => {
    const { id, occurrences, createdAt } = person
    const span = activitySpan(person, frame.asOf)
    const tenure = span && tenureDays(span.first, createdAt, frame.asOf)
    const state = stateOf(person, span, tenure ?? 0, population, frame)
    if (state !== 'scored' || tenure === null) return unscored(id, state, tenure)

    const counts = compiled.map(({ type, matches }) =>
      measure(type, matches, occurrences, frame.windowFrom, frame.asOf),
    )
    const { terms, raw } = rawScore(behaviors, counts)
    return { id, tenure, stage: stageAt(tenure, lifecycle.stages), counts, terms, raw, key: rankKey(raw) }
  }
}

/** Second pass, compared: from points to the score and its tier. */
function place(member: Member, { stages, people }: StageBaseline, model: EngagementDocument): PersonScore {
  const { score, below, equal } = scoreUnder(model.normalisation.zeros, people, member.key)
  return {
    id: member.id,
    state: 'scored',
    tenureDays: member.tenure,
    counts: member.counts,
    terms: member.terms,
    raw: member.raw,
    rankKey: member.key,
    score,
    tier: score === null ? null : tierAt(score, model.tiers),
    stage: model.lifecycle.stages[member.stage]?.key ?? null,
    baseline: stages,
    below,
    equal,
    n: people.size,
  }
}

/**
 * **Engagement score of a population** at one instant under one model: state, counts, raw, percentile, tier.
 *
 * @param people everybody the workspace knows, each once; the order of people and of their occurrences means nothing
 * @returns one entry per person, in the order given; the score is a function of the set of people
 */
export function scorePopulation(
  people: readonly PersonHistory[],
  model: EngagementDocument,
  frame: Frame,
): readonly PersonScore[] {
  const measured = people.map(measureAlone(model, frame))
  const baselines = baselinesOf(
    measured.filter((one) => 'key' in one),
    model,
  )
  return measured.map((one) => {
    if (!('key' in one)) return one
    const baseline = baselines[one.stage]
    return baseline ? place(one, baseline, model) : unscored(one.id, 'scored', one.tenure)
  })
}
