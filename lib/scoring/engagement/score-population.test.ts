import { describe, expect, it } from 'vitest'
import { DAY_MS } from './frame'
import { scorePopulation } from './score-population'
import { AS_OF, frameOf, modelOf, occurrence, personWith } from './testing'

const login = { event: 'login', weight: 1 }
const invite = { event: 'invite', weight: 3 }
const together = { lifecycle: { ownBaseline: false } }

describe('a population by hand', () => {
  const model = modelOf([login, invite], together)
  const people = [
    personWith('ann', 'login', 8),
    personWith('bob', 'invite', 2),
    personWith('cat', 'login', 6),
    personWith('dan', 'nothing', 1),
    { id: 'eve', occurrences: [occurrence('login', 200)] },
    { id: 'fay', occurrences: [] },
  ]
  const scores = scorePopulation(people, model, frameOf(model))

  it('gives raw 8, 6, 6, 0 and percentiles of four: 87.5, 50, 50 and 0', () => {
    expect(scores.map(({ raw }) => raw)).toEqual([8, 6, 6, 0, null, null])
    expect(scores.map(({ score }) => score)).toEqual([87.5, 50, 50, 0, null, null])
    expect(scores.map(({ tier }) => tier)).toEqual(['power', 'regular', 'regular', 'at-risk', null, null])
  })

  it('says everything that a score is made of', () => {
    expect(scores[1]).toEqual({
      id: 'bob',
      state: 'scored',
      tenureDays: 60,
      counts: [0, 2],
      terms: [0, 6],
      raw: 6,
      rankKey: 6e9,
      score: 50,
      tier: 'regular',
      stage: 'established',
      matched: 2,
      lastMatched: AS_OF - DAY_MS,
      monetary: 2,
      baseline: ['new', 'established'],
      below: 1,
      equal: 2,
      n: 4,
      blend: null,
      otherScore: null,
      otherTier: null,
    })
  })

  it('leaves out of N, and without a score, who is dormant or not yet seen', () => {
    expect(scores[4]).toMatchObject({
      state: 'dormant',
      tenureDays: 200,
      raw: null,
      score: null,
      tier: null,
      stage: null,
    })
    expect(scores[5]).toMatchObject({ state: 'not-yet-seen', tenureDays: null, counts: null, n: null })
  })
})

describe('edges of a population', () => {
  const model = modelOf([login], together)
  const score = (people: Parameters<typeof scorePopulation>[0], of = model) =>
    scorePopulation(people, of, frameOf(of))

  it('nobody', () => {
    expect(score([])).toEqual([])
  })

  it('one person who did something gets 50, one who did not 0', () => {
    expect(score([personWith('a', 'login', 1)])[0]).toMatchObject({
      score: 50,
      tier: 'regular',
      below: 0,
      equal: 1,
      n: 1,
    })
    expect(score([personWith('a', 'report', 1)])[0]).toMatchObject({ score: 0, tier: 'at-risk' })
  })

  it('all tied get 50, all zeros 0', () => {
    const all = (event: string) => ['a', 'b', 'c'].map((id) => personWith(id, event, 2))
    expect(score(all('login')).map((one) => one.score)).toEqual([50, 50, 50])
    expect(score(all('report')).map((one) => one.score)).toEqual([0, 0, 0])
  })

  it('negative raw scores are zeros, and below them nobody is at risk of more', () => {
    const disliked = modelOf([login, { event: 'complaint', weight: -5 }], together)
    const people = [
      personWith('a', 'complaint', 1),
      personWith('b', 'login', 1),
      personWith('c', 'complaint', 3),
    ]
    expect(score(people, disliked)).toMatchObject([
      { raw: -5, score: 0 },
      { raw: 1, score: 250 / 3 },
      { raw: -15, score: 0 },
    ])
  })

  it('a disabled behavior is counted and adds nothing', () => {
    const disabled = modelOf([{ ...login, enabled: false }, invite], together)
    expect(score([personWith('a', 'login', 4)], disabled)[0]).toMatchObject({
      counts: [4, 0],
      terms: [0, 0],
      raw: 0,
    })
  })

  it('nothing at asOf or later is seen: not as use, not as tenure', () => {
    const later = {
      id: 'a',
      occurrences: [occurrence('login', 5), occurrence('login', 0), occurrence('login', -2)],
    }
    expect(score([later])[0]).toMatchObject({ counts: [1], tenureDays: 5 })
  })

  it('somebody active within the quarter but not in the window is a zero, not dormant', () => {
    expect(score([{ id: 'a', occurrences: [occurrence('login', 45)] }])[0]).toMatchObject({
      state: 'scored',
      raw: 0,
      score: 0,
    })
  })

  it('newcomers of the first three days have no score and are in no N', () => {
    const people = [
      personWith('a', 'login', 1),
      personWith('b', 'login', 5, 2.999),
      personWith('c', 'login', 5, 3),
    ]
    expect(score(people)).toMatchObject([
      { state: 'scored', score: 25, n: 2 },
      { state: 'grace', raw: null, score: null, tenureDays: 2.999, stage: null },
      { state: 'scored', score: 75 },
    ])
  })

  it('a cap evens out who does one thing very often', () => {
    const even = modelOf([{ ...login, cap: 5 }], together)
    expect(
      score([personWith('a', 'login', 500), personWith('b', 'login', 5)], even).map((one) => one.score),
    ).toEqual([50, 50])
  })
})

describe('stages that are baselines of their own', () => {
  const group = (size: number, tenure: number, name: string) =>
    Array.from({ length: size }, (_, times) => personWith(`${name}${times}`, 'login', times, tenure))
  const model = modelOf([login])
  const scoreOf = (id: string, people: ReturnType<typeof group>) =>
    scorePopulation(people, model, frameOf(model)).find((one) => one.id === id)

  it('compare newcomers with newcomers', () => {
    const people = [
      ...group(40, 10, 'new'),
      ...group(40, 60, 'old').map((one) => ({
        ...one,
        occurrences: one.occurrences.flatMap((o) =>
          ['x', 'y', 'z'].map((copy) => ({ ...o, id: o.id + copy })),
        ),
      })),
    ]
    expect(scoreOf('new20', people)).toMatchObject({
      stage: 'new',
      baseline: ['new'],
      below: 20,
      n: 40,
      score: 51.25,
    })
    expect(scoreOf('old20', people)).toMatchObject({
      stage: 'established',
      baseline: ['established'],
      n: 40,
      score: 51.25,
    })
  })

  it('are pooled where one has under 30 people, its name kept', () => {
    const people = [...group(29, 10, 'new'), ...group(40, 60, 'old')]
    expect(scoreOf('new20', people)).toMatchObject({
      stage: 'new',
      baseline: ['new', 'established'],
      equal: 2,
      n: 69,
    })
  })

  it('part exactly at the boundary: 30 days is established', () => {
    const [at] = scorePopulation([personWith('a', 'login', 1, 30)], model, frameOf(model))
    const [before] = scorePopulation(
      [{ ...personWith('a', 'login', 1, 29.5), createdAt: AS_OF - 30 * 86_400_000 + 1 }],
      model,
      frameOf(model),
    )
    expect([before?.stage, at?.stage]).toEqual(['new', 'established'])
  })

  it('have no step between them: 4 logins score 50 among newcomers, 90 among the others', () => {
    // 40 newcomers of 4 logins each, 40 others of 1, but for 8 of 9; whoever is asked about comes on top.
    const many = (name: string, size: number, times: number, tenure: number) =>
      Array.from({ length: size }, (_, i) => personWith(`${name}${i}`, 'login', times, tenure))
    const people = [...many('n', 40, 4, 10), ...many('o', 36, 1, 60), ...many('p', 4, 9, 60)]
    const at = (tenure: number) =>
      scorePopulation([...people, personWith('x', 'login', 4, tenure)], model, frameOf(model)).at(-1)
    expect(at(20)).toMatchObject({ score: 50, stage: 'new', blend: null })
    expect(at(28.25)).toMatchObject({
      score: 60,
      n: 41,
      blend: { lambda: 0.25, old: { normalised: 90, n: 40 } },
    })
    expect(at(30)).toMatchObject({
      stage: 'established',
      n: 41,
      blend: { lambda: 0.5, young: { n: 40, equal: 40 } },
    })
    expect(at(30)?.score).toBeCloseTo(0.5 * 50 + 0.5 * ((100 * 36.5) / 41), 12)
  })
})

describe('recency and value', () => {
  it('a half-life halves what is old, and rfm weighs by value: 3 · log(1 + 1 + 0.5) and 5 · log 2', () => {
    const model = modelOf(
      [
        { event: 'login', value: 3, kernel: { type: 'half-life', days: 6 } },
        { event: 'invite', value: 5 },
      ],
      { weighting: { mode: 'rfm' }, population: { graceDays: 0 } },
    )
    const soon = { ...occurrence('login', 1), at: AS_OF - 1 }
    const people = [
      { id: 'a', occurrences: [soon, occurrence('login', 6)] },
      { id: 'b', occurrences: [occurrence('invite', 9)] },
    ]
    const [a, b] = scorePopulation(people, model, frameOf(model))
    expect(a?.raw).toBeCloseTo(3 * Math.log(2.5), 6)
    expect(b?.raw).toBeCloseTo(5 * Math.log(2), 12)
    expect(a).toMatchObject({ matched: 2, lastMatched: AS_OF - 1, monetary: 6 })
  })
})
