import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { EngagementDocument } from './document'
import type { PersonHistory } from './person-history'
import type { PersonScore } from './person-score'
import { isZero } from './rank-key'
import { summariseRun } from './run-summary'
import { scorePopulation } from './score-population'
import { anyModel, anyPeople, frameOf } from './testing'

type Scored = { [Key in keyof PersonScore]: NonNullable<PersonScore[Key]> }

const score = (people: readonly PersonHistory[], model: EngagementDocument) =>
  scorePopulation(people, model, frameOf(model))

const scoredOf = (scores: readonly PersonScore[]) =>
  scores.filter(({ state }) => state === 'scored') as Scored[]

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

function everywhere(holds: (model: EngagementDocument, people: PersonHistory[]) => void) {
  fc.assert(fc.property(anyModel, anyPeople, holds), { numRuns: 100 })
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

describe('for any model and any population', { timeout: 60_000 }, () => {
  it('every score lies in 0 to 100, and there is one exactly for who is scored', () => {
    everywhere((model, people) => {
      const scores = score(people, model)
      expect(scores.map(({ id }) => id)).toEqual(people.map(({ id }) => id))
      expect(scores.filter((one) => (one.score !== null) !== (one.state === 'scored'))).toEqual([])
      expect(scoredOf(scores).filter((one) => !(one.score >= 0 && one.score <= 100))).toEqual([])
    })
  })

  it('tiers partition: everybody scored is in exactly the one whose interval holds the score', () => {
    everywhere((model, people) => {
      const scores = score(people, model)
      const holding = (points: number) =>
        model.tiers.filter(({ from }, t) => from <= points && points < (model.tiers[t + 1]?.from ?? Infinity))
      const misplaced = scoredOf(scores).filter(
        (one) => holding(one.score).length !== 1 || holding(one.score)[0]?.key !== one.tier,
      )
      expect(misplaced).toEqual([])

      const { tiers, n } = summariseRun(scores, model)
      expect(sum(tiers.map((tier) => tier.people))).toBe(n)
    })
  })

  it('terms sum to raw, from left to right', () => {
    everywhere((model, people) => {
      expect(scoredOf(score(people, model)).filter(({ terms, raw }) => sum(terms) !== raw)).toEqual([])
    })
  })

  it('shuffling people and occurrences changes nothing', () => {
    fc.assert(
      fc.property(anyModel, anyPeople, fc.infiniteStream(fc.nat()), (model, people, numbers) => {
        const shuffled = <T>(list: readonly T[]): T[] =>
          list
            .map((entry) => ({ entry, at: numbers.next().value ?? 0 }))
            .sort((a, b) => a.at - b.at)
            .map(({ entry }) => entry)
        const again = shuffled(people).map((one) => ({ ...one, occurrences: shuffled(one.occurrences) }))
        const byId = (scores: readonly PersonScore[]) => new Map(scores.map((one) => [one.id, one]))
        expect(byId(score(again, model))).toEqual(byId(score(people, model)))
      }),
      { numRuns: 50 },
    )
  })

  it('raising a positive weight never lowers anybody’s raw score', () => {
    const more = fc.double({ min: 0, max: 9, noNaN: true })
    fc.assert(
      fc.property(anyModel, anyPeople, fc.nat(), more, (model, people, at, added) => {
        const raised = at % model.behaviors.length
        const behaviors = model.behaviors.map((behavior, j) =>
          j === raised && behavior.weight > 0 ? { ...behavior, weight: behavior.weight + added } : behavior,
        )
        const before = scoredOf(score(people, model))
        const after = scoredOf(score(people, { ...model, behaviors }))
        expect(after.filter(({ raw }, i) => !(raw >= (before[i]?.raw ?? NaN)))).toEqual([])
      }),
    )
  })

  it('inside one baseline more raw never means less score, and equal rank keys mean equal scores', () => {
    everywhere((model, people) => {
      for (const group of byBaseline(score(people, model))) {
        const ascending = group.sort((a, b) => a.rankKey - b.rankKey)
        const wrong = ascending.filter((one, i) => {
          const lower = ascending[i - 1]
          if (!lower) return false
          return one.rankKey === lower.rankKey ? one.score !== lower.score : one.score < lower.score
        })
        expect(wrong).toEqual([])
      }
    })
  })

  it('L, E and N are what counting one by one finds', () => {
    everywhere((model, people) => {
      const activeOnly = model.normalisation.zeros === 'active-only'
      for (const group of byBaseline(score(people, model))) {
        const keys = group.map(({ rankKey }) => rankKey).filter((key) => !(activeOnly && isZero(key)))
        const wrong = group.filter(
          ({ rankKey, below, equal, n }) =>
            n !== keys.length ||
            below !== keys.filter((key) => key < rankKey).length ||
            equal !== keys.filter((key) => key === rankKey).length,
        )
        expect(wrong).toEqual([])
      }
    })
  })

  it('zeros score 0 unless mid-ranked, nobody else does, and the lowest tier holds at least their share', () => {
    everywhere((model, people) => {
      if (model.normalisation.zeros === 'midrank') return
      const scores = score(people, model)
      expect(scoredOf(scores).filter((one) => (one.score === 0) !== isZero(one.rankKey))).toEqual([])

      const { tiers, zeros, zeroShare, n } = summariseRun(scores, model)
      expect(tiers[0]?.people).toBeGreaterThanOrEqual(zeros)
      expect(zeroShare).toBe(n === 0 ? null : zeros / n)
    })
  })

  it('mid-ranked, the mean score of a baseline is 50', () => {
    everywhere((model, people) => {
      const midranked = { ...model, normalisation: { ...model.normalisation, zeros: 'midrank' as const } }
      for (const group of byBaseline(score(people, midranked))) {
        expect(sum(group.map((one) => one.score)) / group.length).toBeCloseTo(50, 9)
      }
    })
  })

  it('nothing that is handed in is changed', () => {
    everywhere((model, people) => {
      const before = structuredClone({ model, people })
      score(people, model)
      expect({ model, people }).toEqual(before)
    })
  })
})
