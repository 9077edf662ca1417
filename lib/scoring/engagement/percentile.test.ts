import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Baseline, baselineOfCounts, buildBaseline } from './baseline'
import { midRankPercentile } from './percentile'
import type { ZerosRule } from './document'
import { normalised } from './normalised'
import { isOfBaseline, underZerosRule } from './zeros'

const baselineUnder = (rule: ZerosRule, keys: readonly number[]) =>
  buildBaseline(keys.filter((key) => isOfBaseline(rule, key)))

const scoreUnder = (rule: ZerosRule, baseline: Baseline, key: number) =>
  underZerosRule(rule, key, normalised('percentile', baseline, key))

describe('baseline', () => {
  it('keys 5, 0, 5, 9: N = 4; the key 5 has L = 1, E = 2; the key 7, which nobody has, L = 3, E = 0', () => {
    const baseline = buildBaseline([5, 0, 5, 9])
    expect(baseline.size).toBe(4)
    expect(baseline.place(5)).toEqual({ below: 1, equal: 2 })
    expect(baseline.place(7)).toEqual({ below: 3, equal: 0 })
    expect(baseline.place(-1)).toEqual({ below: 0, equal: 0 })
    expect(baseline.place(10)).toEqual({ below: 4, equal: 0 })
  })

  it('of nobody is empty, and everything is placed at its start', () => {
    const nobody = buildBaseline([])
    expect([nobody.size, nobody.highest, nobody.place(3)]).toEqual([0, null, { below: 0, equal: 0 }])
  })

  it('of counted keys is that of everybody', () => {
    const counted = baselineOfCounts(
      [
        { key: 5, people: 1 },
        { key: 9, people: 1 },
        { key: 7, people: 0 },
        { key: 0, people: 1 },
        { key: 5, people: 1 },
      ],
      0.99,
    )
    const everybody = buildBaseline([5, 0, 5, 9])
    for (const key of [-1, 0, 3, 5, 7, 9, 11]) expect(counted.place(key)).toEqual(everybody.place(key))
    expect([counted.size, counted.highest]).toEqual([4, everybody.highest])
  })

  it('leaves the keys it is given as they are', () => {
    const keys = Object.freeze([3, 1, 2])
    buildBaseline(keys)
    expect(keys).toEqual([3, 1, 2])
  })

  it('places as counting one by one does', () => {
    const someKeys = fc.array(fc.integer({ min: -5, max: 20 }), { maxLength: 60 })
    fc.assert(
      fc.property(someKeys, fc.integer({ min: -6, max: 21 }), (keys, key) => {
        const below = keys.filter((one) => one < key).length
        const equal = keys.filter((one) => one === key).length
        expect(buildBaseline(keys).place(key)).toEqual({ below, equal })
      }),
    )
  })
})

describe('mid-rank percentile', () => {
  it('N = 4, one below, two tied: 50. Alone: 50. Of nobody: null', () => {
    expect([midRankPercentile(1, 2, 4), midRankPercentile(0, 1, 1), midRankPercentile(0, 0, 0)]).toEqual([
      50,
      50,
      null,
    ])
  })

  it('the lowest and highest of ten different people get 5 and 95', () => {
    expect([midRankPercentile(0, 1, 10), midRankPercentile(9, 1, 10)]).toEqual([5, 95])
  })

  it('hits a round cut exactly', () => {
    expect([midRankPercentile(0, 2, 5), midRankPercentile(7, 2, 10)]).toEqual([20, 80])
  })

  it('has the mean 50 over the people of the baseline, whatever the ties', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 80 }), (keys) => {
        const baseline = buildBaseline(keys)
        const scores = keys.map((key) => scoreUnder('midrank', baseline, key))
        expect(scores.reduce((sum, score) => sum + score, 0) / scores.length).toBeCloseTo(50, 9)
      }),
    )
  })
})

describe('zeros rule', () => {
  const keys = [0, 0, 1, 2]
  const under = (rule: 'bottom' | 'midrank' | 'active-only', key: number, all = keys) =>
    scoreUnder(rule, baselineUnder(rule, all), key)

  it('keys 0, 0, 1, 2, the key 1: bottom and midrank 62.5, active-only 25', () => {
    expect([under('bottom', 1), under('midrank', 1), under('active-only', 1)]).toEqual([62.5, 62.5, 25])
  })

  it('the key 0: bottom and active-only 0, midrank 25', () => {
    expect([under('bottom', 0), under('active-only', 0), under('midrank', 0)]).toEqual([0, 0, 25])
  })

  it('a population with 45 % zeros gives each 22.5 under midrank, 0 under bottom', () => {
    const people = Array.from({ length: 100 }, (_, i) => Math.max(0, i - 44))
    expect(under('midrank', 0, people)).toBe(22.5)
    expect(under('bottom', 0, people)).toBe(0)
  })

  it('a negative key is a zero too', () => {
    expect(under('bottom', -7, [-7, 3])).toBe(0)
    expect(under('active-only', 3, [-7, 3])).toBe(50)
  })

  it('where all are zeros, all score 0 at the bottom and 50 at mid-rank', () => {
    const zeros = [0, 0, 0]
    expect([under('bottom', 0, zeros), under('active-only', 0, zeros)]).toEqual([0, 0])
    expect(under('midrank', 0, zeros)).toBe(50)
  })

  it('somebody positive among zeros alone scores 100, also where zeros are left out', () => {
    expect([under('bottom', 5, [0, 0]), under('active-only', 5, [0]), under('midrank', 5, [0])]).toEqual([
      100, 100, 100,
    ])
  })
})
