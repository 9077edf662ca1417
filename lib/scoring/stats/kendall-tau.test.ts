import { describe, expect, it } from 'vitest'
import { bootstrapInterval } from './bootstrap-interval'
import { kendallTauB } from './kendall-tau'
import { randomNumbers } from './random-numbers'

describe('Kendall’s tau-b', () => {
  it('of 1, 2, 3, 4 and 1, 3, 2, 4 is 4/6, with ties −0.4714', () => {
    expect(kendallTauB([1, 2, 3, 4], [1, 3, 2, 4])).toBeCloseTo(4 / 6, 12)
    expect(kendallTauB([12, 2, 1, 12, 2], [1, 4, 7, 1, 0])).toBeCloseTo(-0.47140452079103173, 12)
  })

  it('is 1 for the same order, −1 for the opposite, and does not ask how far apart things are', () => {
    expect(kendallTauB([1, 2, 30], [0.1, 5, 5.5])).toBe(1)
    expect(kendallTauB([1, 2, 30], [3, 2, 1])).toBe(-1)
  })

  it('is none where all are tied, and of fewer than two', () => {
    expect([kendallTauB([1, 1], [1, 2]), kendallTauB([1], [1]), kendallTauB([], [])]).toEqual([
      null,
      null,
      null,
    ])
  })
})

describe('bootstrap interval', () => {
  const values = Array.from({ length: 200 }, (_, k) => k)
  const mean = (indices: readonly number[]) =>
    indices.reduce((sum, k) => sum + (values[k] ?? 0), 0) / indices.length

  it('of a mean is about what its standard error says: 99.5 ± 1.96 · 57.7 / √200', () => {
    const found = bootstrapInterval({ n: values.length, statistic: mean, seed: 1 })
    expect(Math.abs((found?.low ?? 0) - 91.5)).toBeLessThan(1)
    expect(Math.abs((found?.high ?? 0) - 107.5)).toBeLessThan(1)
  })

  it('is the same for the same seed, and another for another', () => {
    const of = (seed: number) => bootstrapInterval({ n: 50, statistic: mean, seed })
    expect(of(7)).toEqual(of(7))
    expect(of(7)).not.toEqual(of(8))
  })

  it('takes the 25th and the 975th of 999', () => {
    let drawn = 0
    expect(bootstrapInterval({ n: 1, statistic: () => ++drawn, seed: 1 })).toEqual({ low: 25, high: 975 })
  })

  it('leaves out resamples without a statistic, and is none where they are most', () => {
    let drawn = 0
    const every = (nth: number) => () => (++drawn % nth === 0 ? null : 5)
    expect(bootstrapInterval({ n: 3, statistic: every(3), seed: 1 })).toEqual({ low: 5, high: 5 })
    expect(bootstrapInterval({ n: 3, statistic: () => null, seed: 1 })).toBeNull()
    expect(bootstrapInterval({ n: 0, statistic: () => 1, seed: 1 })).toBeNull()
  })
})

describe('random numbers', () => {
  it('lie in [0, 1), spread evenly, and hang on the seed alone', () => {
    const draw = (seed: number) => {
      const next = randomNumbers(seed)
      return Array.from({ length: 10_000 }, next)
    }
    const drawn = draw(3)
    expect(drawn).toEqual(draw(3))
    expect(drawn.every((one) => one >= 0 && one < 1)).toBe(true)
    expect(drawn.reduce((sum, one) => sum + one, 0) / drawn.length).toBeCloseTo(0.5, 1)
    expect(new Set(drawn.map((one) => Math.floor(one * 16))).size).toBe(16)
  })
})
