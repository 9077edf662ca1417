import { describe, expect, it } from 'vitest'
import type { EngagementDocument } from '../document'
import { personStates, type PersonState } from '../state'
import { modelOf } from '../testing'
import { compileWhatIf } from './compile-what-if'
import { countKey, type LiveScores, type Population } from './population'

const model = modelOf(
  [
    { event: 'login', weight: 1 },
    { event: 'report', weight: 5 },
  ],
  { lifecycle: { blendDays: 0 } },
)

function population(
  document: EngagementDocument,
  rows: readonly { state?: PersonState; tenure?: number; counts?: readonly number[] }[],
): Population {
  const column = (j: number) => Float64Array.from(rows, ({ counts }) => counts?.[j] ?? 0)
  return {
    size: rows.length,
    states: Uint8Array.from(rows, ({ state = 'scored' }) => personStates.indexOf(state)),
    tenures: Float64Array.from(rows, ({ tenure = 60 }) => tenure),
    counts: new Map(document.behaviors.map((behavior, j) => [countKey(behavior), column(j)])),
  }
}

const everybody = population(model, [
  { counts: [3, 1] },
  { state: 'dormant' },
  { counts: [1, 1] },
  { counts: [1, 1] },
  { state: 'grace', tenure: 1 },
  { counts: [0, 0] },
])

const live: LiveScores = {
  document: model,
  scores: Float64Array.of(87.5, 20, 50, 50, NaN, NaN),
  tiers: Int8Array.of(2, 1, 1, 1, -1, -1),
  counts: everybody.counts,
}

const withWeight = (j: number, weight: number): EngagementDocument => ({
  ...model,
  behaviors: model.behaviors.map((behavior, at) => (at === j ? { ...behavior, weight } : behavior)),
})

describe('what if', () => {
  it('scores raw 8, 6, 6 and 0 as 87.5, 50, 50 and 0, and nobody else', () => {
    const { whatIf, scoreOf, tierOf, termsOf } = compileWhatIf(everybody)(model)
    expect([0, 1, 2, 3, 4, 5].map(scoreOf)).toEqual([87.5, null, 50, 50, null, 0])
    expect([0, 1, 2, 3, 4, 5].map(tierOf)).toEqual([2, -1, 1, 1, -1, 0])
    expect([0, 1, 5].map(termsOf)).toEqual([[3, 5], [], [0, 0]])
    expect(whatIf).toMatchObject({
      summary: { n: 4, zeros: 1, zeroShare: 0.25, medianRaw: 6, states: { scored: 4, dormant: 1, grace: 1 } },
      change: null,
    })
    expect(whatIf.summary.tiers.map(({ people }) => people)).toEqual([1, 2, 1])
  })

  it('tells who changes tier, who enters, who leaves, and why somebody moves', () => {
    const { whatIf, movers } = compileWhatIf(everybody, { live })(withWeight(0, -2))
    // Raw −1, 3, 3 and 0: the first is a zero now, the two in the middle are above both.
    expect(whatIf.change).toEqual({
      n: 3,
      up: 0,
      down: 1,
      same: 2,
      entered: 1,
      left: 1,
      matrix: [
        [0, 0, 0],
        [0, 2, 0],
        [1, 0, 0],
      ],
    })
    expect(movers('down', 5)).toEqual([
      { index: 0, before: 87.5, after: 0, reason: { key: 'b0', name: 'b0', counted: 3, termBefore: 3, termAfter: -6 } }, // prettier-ignore
    ])
    // No term of theirs rose; others fell behind.
    expect(movers('up', 5)).toEqual([2, 3].map((index) => ({ index, before: 50, after: 75, reason: null })))
  })

  it('counts what each zeros rule makes of the zeros', () => {
    const { zeroRules } = compileWhatIf(everybody)(model).whatIf
    expect(
      zeroRules.map(({ rule, zeros, tiers }) => [rule, zeros, tiers.map(({ people }) => people)]),
    ).toEqual([
      ['bottom', 1, [1, 2, 1]],
      ['midrank', 0, [1, 2, 1]],
      ['active-only', 1, [1, 2, 1]],
    ])
  })

  it('tells how many do a behavior and how much, of those with a score, disabled ones too', () => {
    const disabled = {
      ...model,
      behaviors: model.behaviors.map((behavior) => ({ ...behavior, enabled: false })),
    }
    for (const document of [model, disabled]) {
      expect(compileWhatIf(everybody)(document).whatIf.behaviors).toEqual([
        { key: 'b0', people: 3, share: 0.75, median: 1 },
        { key: 'b1', people: 3, share: 0.75, median: 1 },
      ])
    }
    expect(compileWhatIf(everybody)(disabled).whatIf.together).toEqual([])
  })

  it('names behaviors that the same people do', () => {
    const [pair, ...others] = compileWhatIf(everybody)(model).whatIf.together
    expect(others).toEqual([])
    expect(pair).toEqual({ a: 'b0', b: 'b1', r: expect.closeTo(0.6622661785, 9) })
  })

  it('of nobody is empty', () => {
    const { whatIf, movers, scoreOf } = compileWhatIf(population(model, []), { live })(model)
    expect(whatIf.summary).toMatchObject({ n: 0, zeros: 0, zeroShare: null, medianRaw: null })
    expect(whatIf.behaviors[0]).toEqual({ key: 'b0', people: 0, share: null, median: null })
    expect([movers('up', 3), scoreOf(0)]).toEqual([[], null])
  })

  it('under a frozen reference places people among those of its day, and has no scores where they are none', () => {
    const frozen: EngagementDocument = {
      ...model,
      normalisation: { ...model.normalisation, reference: { type: 'frozen', asOf: '2026-04-01' } },
    }
    const then = population(model, [{ counts: [1, 0] }, { counts: [4, 1] }, { state: 'grace' }])
    const { scoreOf, whatIf } = compileWhatIf(everybody, { reference: then })(frozen)
    expect([0, 2, 3, 5].map(scoreOf)).toEqual([50, 50, 50, 0])
    expect(whatIf.summary.stages.map(({ baseline }) => baseline)).toEqual([['new', 'established'], ['new', 'established']]) // prettier-ignore

    const nobody = population(model, [{ state: 'grace' }])
    const empty = compileWhatIf(everybody, { reference: nobody, live })(frozen)
    expect([empty.scoreOf(0), empty.tierOf(0), empty.movers('up', 1)]).toEqual([null, -1, []])
    expect(empty.whatIf).toMatchObject({ summary: { n: 4, zeros: 0 }, change: { n: 0, entered: 0, left: 4 } })
    expect(() => compileWhatIf(everybody)(frozen)).toThrow(/frozen reference/)
  })

  it('answers for the newest document alone, and throws for what was not counted', () => {
    const evaluate = compileWhatIf(everybody, { live })
    const { movers, scoreOf, whatIf } = evaluate(model)
    evaluate(withWeight(0, -2))
    expect(() => scoreOf(0)).toThrow(/Another document/)
    expect(() => movers('up', 1)).toThrow(/Another document/)
    expect(whatIf.summary.tiers.map(({ people }) => people)).toEqual([1, 2, 1])
    expect(() => evaluate(modelOf([{ event: 'export' }]))).toThrow(/counted/)
  })
})
