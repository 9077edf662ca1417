import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blendAt } from './blend'
import type { EngagementDocument } from './document'
import { isMeasured, measurePerson } from './measure-person'
import type { PersonHistory } from './person-history'
import type { PersonScore } from './person-score'
import { placePerson } from './place-person'
import { isZero } from './rank-key'
import { baselinesFromReference, referenceOf } from './reference'
import { baselinesOf, type StageBaseline } from './baselines'
import { scorePopulation } from './score-population'
import { stageAt } from './stage'
import { AS_OF, anyModel, anyPeople, frameOf } from './testing'
import { isOfBaseline } from './zeros'

const CASES = 500
const seed = Number(process.env.PARITY_SEED ?? Date.now() % 2 ** 31)

type Scored = {
  [Key in keyof PersonScore]: Key extends 'blend' | 'lastMatched' | 'otherScore' | 'otherTier'
    ? PersonScore[Key]
    : NonNullable<PersonScore[Key]>
}

/** The baselines of the pinned day, or those of AS_OF where the model is rolling or nobody had a score then. */
function frozenOf(people: readonly PersonHistory[], model: EngagementDocument): readonly StageBaseline[] {
  const { reference } = model.normalisation
  const pinned = reference.type === 'frozen' ? Date.parse(reference.asOf) : AS_OF
  const then = baselinesFromReference(referenceOf(people, model, frameOf(model, pinned)), model)
  return then.length > 0 ? then : baselinesFromReference(referenceOf(people, model, frameOf(model)), model)
}

const score = (
  people: readonly PersonHistory[],
  model: EngagementDocument,
  frozen = frozenOf(people, model),
) => scorePopulation(people, model, frameOf(model), frozen)

const scoredOf = (scores: readonly PersonScore[]) =>
  scores.filter(({ state }) => state === 'scored') as Scored[]

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

const rollingOf = (model: EngagementDocument): EngagementDocument => ({
  ...model,
  normalisation: { ...model.normalisation, reference: { type: 'rolling' } },
})

const cases = fc.sample(fc.tuple(anyModel, anyPeople), { numRuns: CASES, seed })

type Property = (model: EngagementDocument, people: readonly PersonHistory[], nth: number) => void

/** Checks every case; one that fails is drawn again and made as small as it gets. */
function everywhere(holds: Property) {
  try {
    cases.forEach(([model, people], nth) => holds(model, people, nth))
  } catch (failure) {
    const again = fc.property(anyModel, anyPeople, fc.nat(CASES), holds)
    fc.assert(again, { numRuns: CASES, seed })
    throw failure
  }
}

/** A shuffler, the same for the same number. */
function shuffling(nth: number) {
  let state = nth + 1
  const next = () => (state = (state * 48_271) % 2_147_483_647)
  return {
    next,
    shuffled: <T>(list: readonly T[]): T[] =>
      list
        .map((entry) => ({ entry, at: next() }))
        .sort((a, b) => a.at - b.at)
        .map(({ entry }) => entry),
  }
}

/** Everybody with a score, by the baseline they were placed in. */
function byBaseline(scores: readonly PersonScore[]): Scored[][] {
  const groups = new Map<string, Scored[]>()
  for (const one of scoredOf(scores)) {
    const group = groups.get(one.baseline.join()) ?? []
    groups.set(one.baseline.join(), group)
    group.push(one)
  }
  return [...groups.values()]
}

describe(`for ${CASES} models and populations (seed ${seed})`, { timeout: 120_000 }, () => {
  it('every score lies in 0 to 100, and there is one exactly for who is scored', () => {
    everywhere((model, people) => {
      const scores = score(people, model)
      expect(scores.map(({ id }) => id)).toEqual(people.map(({ id }) => id))
      const isScore = (points: number | null) => points !== null && points >= 0 && points <= 100
      const wrong = scores.filter(
        (one) =>
          isScore(one.score) !== (one.state === 'scored') || isScore(one.otherScore) !== isScore(one.score),
      )
      expect(wrong).toEqual([])
      expect(scores.filter(({ state, ...one }) => state !== 'scored' && (one.raw ?? one.tier ?? one.n) !== null)).toEqual([]) // prettier-ignore
    })
  })

  it('tiers partition: everybody scored is in exactly the one whose interval holds the score', () => {
    everywhere((model, people) => {
      const holding = (points: number | null) =>
        model.tiers.filter(
          ({ from }, t) =>
            points !== null && from <= points && points < (model.tiers[t + 1]?.from ?? Infinity),
        )
      const misplaced = scoredOf(score(people, model)).filter(
        (one) =>
          holding(one.score).map(({ key }) => key).join() !== one.tier ||
          holding(one.otherScore).map(({ key }) => key).join() !== one.otherTier,
      ) // prettier-ignore
      expect(misplaced).toEqual([])
    })
  })

  it('terms sum to raw, and raw to its key, within 1e-9', () => {
    everywhere((model, people) => {
      const wrong = scoredOf(score(people, model)).filter(
        ({ terms, raw, rankKey }) => sum(terms) !== raw || Math.abs(rankKey / 1e9 - raw) > 1e-9,
      )
      expect(wrong).toEqual([])
    })
  })

  it('shuffling people and occurrences, and giving some twice, changes nothing', () => {
    everywhere((model, people, nth) => {
      const { next, shuffled } = shuffling(nth)
      const twice = <T extends object>(list: readonly T[]) =>
        list.flatMap((one) => (next() % 4 === 0 ? [one, { ...one }] : [one]))
      const again = shuffled(people).map((one) => ({ ...one, occurrences: shuffled(twice(one.occurrences)) }))
      const byId = (scores: readonly PersonScore[]) => new Map(scores.map((one) => [one.id, one]))
      expect(byId(score(again, model))).toEqual(byId(score(people, model)))
    })
  })

  it('raising a positive weight never lowers anybody’s raw score', () => {
    everywhere((model, people, nth) => {
      const raised = nth % model.behaviors.length
      const behaviors = model.behaviors.map((behavior, j) =>
        j === raised && behavior.weight > 0
          ? { ...behavior, weight: behavior.weight + (nth % 13) * 0.7 }
          : behavior,
      )
      const raws = (of: EngagementDocument) =>
        people.map(measurePerson(of, frameOf(of))).map(({ raw }) => raw)
      const before = raws(model)
      const after = raws({ ...model, behaviors })
      expect(after.filter((raw, i) => (raw ?? 0) < (before[i] ?? 0))).toEqual([])
    })
  })

  it('inside one baseline more raw never means less score, and equal rank keys mean equal scores', () => {
    everywhere((model, people) => {
      for (const group of byBaseline(score(people, model))) {
        const ascending = group.filter(({ blend }) => blend === null).sort((a, b) => a.rankKey - b.rankKey)
        const wrong = ascending.filter((one, i) => {
          const lower = ascending[i - 1]
          if (!lower) return false
          return one.rankKey === lower.rankKey ? one.score !== lower.score : one.score < lower.score
        })
        expect(wrong).toEqual([])
      }
    })
  })

  it('L, E and N are what counting one by one finds, and nobody without a score is in them', () => {
    everywhere((model, people) => {
      const scores = score(people, rollingOf(model))
      const among = ({ baseline }: Scored) => scoredOf(scores).filter(({ stage }) => baseline.includes(stage))
      for (const group of byBaseline(scores)) {
        const [anybody] = group
        const keys = anybody ? among(anybody).map(({ rankKey }) => rankKey) : []
        const counted = keys.filter((key) => isOfBaseline(model.normalisation.zeros, key))
        const wrong = group.filter(
          ({ rankKey, below, equal, n }) =>
            n !== counted.length ||
            below !== counted.filter((key) => key < rankKey).length ||
            equal !== counted.filter((key) => key === rankKey).length,
        )
        expect(wrong).toEqual([])
      }
    })
  })

  it('people of the other states change nobody’s score', () => {
    everywhere((model, people) => {
      const scores = score(people, rollingOf(model))
      const isScored = new Set(scoredOf(scores).map(({ id }) => id))
      const alone = score(
        people.filter(({ id }) => isScored.has(id)),
        rollingOf(model),
      )
      expect(alone).toEqual(scoredOf(scores))
    })
  })

  it('zeros score 0 unless mid-ranked', () => {
    everywhere((model, people) => {
      if (model.normalisation.zeros === 'midrank') return
      const zeros = scoredOf(score(people, model)).filter(({ rankKey }) => isZero(rankKey))
      expect(zeros.filter((one) => one.score !== 0 || one.otherScore !== 0)).toEqual([])
    })
  })

  it('mid-ranked percentiles without blend have the mean 50 in each baseline', () => {
    everywhere((model, people) => {
      const midranked: EngagementDocument = {
        ...rollingOf(model),
        normalisation: { ...rollingOf(model).normalisation, method: 'percentile', zeros: 'midrank' },
        lifecycle: { ...model.lifecycle, blendDays: 0 },
      }
      for (const group of byBaseline(score(people, midranked))) {
        expect(sum(group.map((one) => one.score)) / group.length).toBeCloseTo(50, 9)
      }
    })
  })

  it('a frozen reference of the same instant, without outsiders, gives the scores of a rolling one', () => {
    everywhere((model, people) => {
      const frame = frameOf(model)
      const own = baselinesFromReference(referenceOf(people, model, frame), model)
      const frozen = { ...model, normalisation: { ...model.normalisation, reference: { type: 'frozen' as const, asOf: '2026-05-01' } } } // prettier-ignore
      const scores = scorePopulation(people, frozen, frame, own)
      expect(scores).toEqual(scorePopulation(people, rollingOf(model), frame, own))
      const wrong = scoredOf(scores).filter(
        (one) => one.otherScore !== one.score || one.otherTier !== one.tier,
      )
      expect(wrong).toEqual([])
    })
  })

  it('the score of given points has no step along tenure where stages are blended', () => {
    everywhere((model, people, nth) => {
      const { stages, blendDays } = model.lifecycle
      const blended = { ...model, lifecycle: { ...model.lifecycle, blendDays: Math.max(0.1, blendDays) } }
      const members = people.map(measurePerson(model, frameOf(model))).filter(isMeasured)
      const person = members[nth % Math.max(1, members.length)]
      if (!person) return
      const baselines = baselinesOf(members, blended)
      const at = (tenure: number) =>
        placePerson({ ...person, tenure, stage: stageAt(tenure, stages) }, baselines, blended).score ?? NaN
      const edges = stages.flatMap(({ untilDay }) => untilDay ?? [])
      const places = edges.flatMap((edge) =>
        Array.from({ length: 41 }, (_, i) => edge * (1 + (i - 20) / 40) + (i - 20) / 400),
      )
      const jumps = places.filter((tenure) => !(Math.abs(at(tenure + 1e-7) - at(tenure - 1e-7)) < 0.01))
      expect(jumps).toEqual([])
    })
  })

  it('near a boundary the score lies between both sides, as λ says', () => {
    everywhere((model, people) => {
      const wrong = scoredOf(score(people, model)).filter(({ blend, score, rankKey, tenureDays }) => {
        if (!blend) return false
        const { young, old, lambda } = blend
        if (lambda !== blendAt(tenureDays, model.lifecycle)?.lambda) return true
        if (isZero(rankKey) && model.normalisation.zeros !== 'midrank') return score !== 0
        const sides = [young, old].flatMap(({ normalised }) => normalised ?? [])
        const mixed =
          sides.length === 2 ? (1 - lambda) * (sides[0] ?? 0) + lambda * (sides[1] ?? 0) : (sides[0] ?? 100)
        return Math.abs(score - mixed) > 1e-9
      })
      expect(wrong).toEqual([])
    })
  })

  it('nothing that is handed in is changed', () => {
    everywhere((model, people) => {
      const before = structuredClone({ model, people })
      score(people, model)
      expect({ model, people }).toEqual(before)
    })
  })

  it('these models and populations see every state, and people near boundaries', () => {
    const seen = new Map<string, number>()
    const count = (what: string) => seen.set(what, (seen.get(what) ?? 0) + 1)
    for (const [model, people] of cases) {
      for (const one of score(people, model)) {
        count(one.state)
        if (one.blend) count('near a boundary')
        if (one.baseline && one.baseline.length < model.lifecycle.stages.length) count('own baseline')
        if (one.raw !== null && one.raw > 0) count('positive')
        if (one.score !== one.otherScore) count('frozen apart')
      }
    }
    const wanted = ['scored', 'unknown', 'excluded', 'not-yet-seen', 'dormant', 'grace', 'near a boundary', 'own baseline', 'positive', 'frozen apart'] // prettier-ignore
    expect(wanted.filter((what) => (seen.get(what) ?? 0) < 20)).toEqual([])
  })
})
