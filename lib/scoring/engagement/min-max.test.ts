import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildBaseline } from './baseline'
import { logMinMax, minMax } from './min-max'
import { normalised } from './normalised'

describe('min–max', () => {
  it('r = 3 of hi = 12: 25. r = 20: 100. r = −1: 0', () => {
    expect([minMax(3, 12), minMax(20, 12), minMax(-1, 12)]).toEqual([25, 100, 0])
  })

  it('hi = 0: every r above 0 scores 100, 0 scores 0', () => {
    expect([minMax(0.001, 0), minMax(0, 0), logMinMax(0.001, 0), logMinMax(0, 0)]).toEqual([100, 0, 100, 0])
  })
})

describe('log min–max', () => {
  it('r = 3 of hi = 15: 50. Beyond hi 100, below 0 0', () => {
    expect([logMinMax(3, 15), logMinMax(16, 15), logMinMax(-7, 15)]).toEqual([50, 100, 0])
  })
})

describe('the highest value of a baseline', () => {
  const points = (...raws: number[]) => raws.map((raw) => raw * 1e9)

  it('keys 5, 0, 5, 9: 9e-9 points at level 0.99, 5e-9 at 0.5', () => {
    expect(buildBaseline([5, 0, 5, 9]).highest).toBe(9e-9)
    expect(buildBaseline([5, 0, 5, 9], 0.5).highest).toBe(5e-9)
  })

  it('is the nearest rank: of 100 people the 99th, of 200 the 198th, at level 1 the last', () => {
    const upTo = (people: number) => points(...Array.from({ length: people }, (_, i) => i + 1))
    expect(buildBaseline(upTo(100)).highest).toBe(99)
    expect(buildBaseline(upTo(200)).highest).toBe(198)
    expect(buildBaseline(upTo(101)).highest).toBe(100)
    expect(buildBaseline(upTo(200), 1).highest).toBe(200)
    expect(buildBaseline(upTo(3), 1e-9).highest).toBe(1)
  })

  it('is never below 0', () => {
    expect(buildBaseline(points(-3, -1)).highest).toBe(0)
  })

  it('is what sorting and counting finds', () => {
    const keys = fc.array(fc.integer({ min: -5, max: 30 }), { minLength: 1, maxLength: 80 })
    const level = fc.double({ min: 0.01, max: 1, noNaN: true })
    fc.assert(
      fc.property(keys, level, (some, winsor) => {
        const sorted = some.toSorted((a, b) => a - b)
        const nearest = sorted[Math.max(1, Math.ceil(winsor * some.length)) - 1] ?? NaN
        expect(buildBaseline(some, winsor).highest).toBe(Math.max(0, nearest) / 1e9)
      }),
    )
  })
})

describe('normalised', () => {
  const keys = [0, 1, 2, 4].map((raw) => raw * 1e9)

  it('of 0, 1, 2 and 4 points, level 1, the 1: percentile 37.5, min-max 25, log-min-max 43.07', () => {
    const baseline = buildBaseline(keys, 1)
    expect(normalised('percentile', baseline, 1e9)).toBe(37.5)
    expect(normalised('min-max', baseline, 1e9)).toBe(25)
    expect(normalised('log-min-max', baseline, 1e9)).toBeCloseTo((100 * Math.log(2)) / Math.log(5), 12)
  })

  it('ties stay ties: two raw scores of one rank key score the same', () => {
    const baseline = buildBaseline(keys)
    const key = Math.floor((0.1 + 0.2) * 1e9 + 0.5)
    expect(normalised('min-max', baseline, key)).toBe(normalised('min-max', baseline, 0.3 * 1e9))
  })

  it('compared with nobody is null, by every method', () => {
    const nobody = buildBaseline([])
    expect([normalised('percentile', nobody, 1), normalised('min-max', nobody, 1), normalised('log-min-max', nobody, 1)]).toEqual([null, null, null]) // prettier-ignore
  })
})
