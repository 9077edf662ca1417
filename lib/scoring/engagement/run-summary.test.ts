import { describe, expect, it } from 'vitest'
import { median } from '../stats/median'
import { binOf, distribution } from './distribution'
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
    { ...personWith('h', 'login', 9), consentRefused: true },
  ]

  it('counts states, tiers, stages, zeros and bins of a population by hand', () => {
    const { bins, ...rest } = summary(people)
    expect(rest).toEqual({
      n: 4,
      states: { scored: 4, unknown: 1, excluded: 1, 'not-yet-seen': 1, dormant: 1, grace: 0 },
      zeros: 1,
      zeroShare: 0.25,
      medianRaw: 4,
      tiers: [
        { key: 'at-risk', people: 1 },
        { key: 'regular', people: 3 },
        { key: 'power', people: 0 },
      ],
      stages: [
        { key: 'new', people: 1, baseline: ['new', 'established'] },
        { key: 'established', people: 3, baseline: ['new', 'established'] },
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

  it('fits its schema, and comes back from JSON as it was', () => {
    for (const one of [summary(people), summary([])]) {
      expect(runSummarySchema.parse(JSON.parse(JSON.stringify(one)))).toEqual(one)
    }
  })
})
