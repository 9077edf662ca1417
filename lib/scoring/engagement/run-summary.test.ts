import { describe, expect, it } from 'vitest'
import { median } from '../stats/median'
import { binOf, distribution } from './distribution'
import { baselinesFromReference, referenceOf } from './reference'
import { runSummarySchema, summariseRun } from './run-summary'
import { scorePopulation } from './score-population'
import { frameOf, modelOf, occurrence, personWith } from './testing'

describe('median', () => {
  it('of 3, 1, 10 it is 3; of 3, 1, 10, 4 it is 3.5; of nothing null', () => {
    expect([median([3, 1, 10]), median([3, 1, 10, 4]), median([]), median([7])]).toEqual([3, 3.5, null, 7])
  })
})

describe('distribution', () => {
  it('0 is in bin 0, 0.5 in bin 1, 99.5 and 100 in bin 199', () => {
    expect([0, 0.499, 0.5, 20, 99.499, 99.5, 100].map(binOf)).toEqual([0, 0, 1, 40, 198, 199, 199])
  })

  it('counts everybody once', () => {
    const bins = distribution([0, 0, 0.2, 50, 100])
    expect([bins.length, bins[0], bins[100], bins[199]]).toEqual([200, 3, 1, 1])
    expect(distribution([])).toEqual(new Array(200).fill(0))
  })
})

describe('run summary', () => {
  const model = modelOf([{ event: 'login', weight: 2 }], {
    population: { excludeEmailDomains: ['staff.example'] },
    lifecycle: { blendDays: 0 },
  })
  const summary = (people: Parameters<typeof scorePopulation>[0], of = model) =>
    summariseRun(scorePopulation(people, of, frameOf(of)), of)

  const people = [
    personWith('a', 'login', 1),
    personWith('b', 'login', 3, 10),
    personWith('c', 'login', 3),
    personWith('d', 'nothing', 1),
    { id: 'e', occurrences: [occurrence('login', 99)] },
    { id: 'f', occurrences: [] },
    { ...personWith('g', 'login', 9), emails: ['g@staff.example'] },
    { ...personWith('h', 'login', 9), traits: { consent: 'no' } },
  ]

  it('counts states, tiers, stages, zeros and bins of a population by hand', () => {
    const { bins, ...rest } = summary(people)
    expect(rest).toEqual({
      n: 4,
      states: { scored: 4, unknown: 1, excluded: 1, 'not-yet-seen': 1, dormant: 1, grace: 0 },
      zeros: 1,
      other: null,
      rawBins: { width: 0.2, counts: expect.any(Array), above: 0 },
      zeroShare: 0.25,
      medianRaw: 4,
      tiers: [
        { key: 'at-risk', people: 1 },
        { key: 'regular', people: 3 },
        { key: 'power', people: 0 },
      ],
      stages: [
        { key: 'new', people: 1, baseline: ['new', 'established'], highest: null },
        { key: 'established', people: 3, baseline: ['new', 'established'], highest: null },
      ],
    })
    expect(bins.flatMap((count, bin) => (count > 0 ? [[bin / 2, count]] : []))).toEqual([
      [0, 1],
      [37.5, 1],
      [75, 2],
    ])
  })

  it('tells mid-ranked zeros by their raw score, as none of them scores 0', () => {
    const midrank = modelOf([{ event: 'login' }], { normalisation: { zeros: 'midrank' } })
    expect(summary(people.slice(0, 4), midrank)).toMatchObject({ zeros: 0, zeroShare: 0.25 })
  })

  it('of nobody has no share and no median', () => {
    expect(summary([])).toMatchObject({ n: 0, zeros: 0, zeroShare: null, medianRaw: null })
  })

  it('tells the highest value of each baseline where scores hang on it', () => {
    const minMax = modelOf([{ event: 'login' }], { normalisation: { method: 'min-max' } })
    expect(summary(people.slice(0, 4), minMax).stages.map(({ highest }) => highest)).toEqual([3, 3])
    expect(summary([], minMax).stages.map(({ highest }) => highest)).toEqual([null, null])
  })

  it('counts scores under the other reference beside the own ones, over the same people', () => {
    const reference = { normalisation: { reference: { type: 'frozen' as const, asOf: '2026-01-01' } } }
    for (const of of [model, modelOf([{ event: 'login', weight: 2 }], reference)]) {
      const frame = frameOf(of)
      const past = Array.from({ length: 10 }, (_, n) => personWith(`p${n}`, 'login', n % 5))
      const frozen = baselinesFromReference(referenceOf(past, of, frame), of)
      const scores = scorePopulation(people.slice(0, 4), of, frame, frozen)
      const { other, bins, tiers } = summariseRun(scores, of, frozen)
      const total = (counts: readonly number[] = []) => counts.reduce((sum, count) => sum + count, 0)
      expect([total(bins), total(other?.bins)]).toEqual([4, 4])
      expect(total(other?.tiers.map((tier) => tier.people))).toBe(4)
      expect(other?.bins).not.toEqual(bins)
      expect(tiers.map(({ key }) => key)).toEqual(other?.tiers.map(({ key }) => key))
    }
  })

  it('reads summaries from before the other reference and the raw scores were kept', () => {
    const { other, rawBins, stages, ...rest } = summary(people)
    const before = { ...rest, stages: stages.map(({ key, people, baseline }) => ({ key, people, baseline })) }
    expect([other === null, rawBins === null]).toEqual([true, false])
    expect(runSummarySchema.parse(before)).toMatchObject({
      other: null,
      rawBins: null,
      stages: [{ highest: null }, {}],
    })
  })

  it('fits its schema, and comes back from JSON as it was', () => {
    for (const one of [summary(people), summary([])]) {
      expect(runSummarySchema.parse(JSON.parse(JSON.stringify(one)))).toEqual(one)
    }
  })
})
