import { describe, expect, it } from 'vitest'
import { capped } from './cap'
import { curved } from './curve'
import type { Behavior } from './document'
import { isZero, rankKey } from './rank-key'
import { rawScore } from './raw-score'
import { scoringBehaviors } from './scoring-behaviors'
import { modelOf } from './testing'

describe('cap', () => {
  it('25 under a cap of 20 counts as 20; 20 and 7 stay as they are', () => {
    expect([capped(25, 20), capped(20, 20), capped(7, 20)]).toEqual([20, 20, 7])
  })

  it('null caps nothing, and a cap may be a fraction', () => {
    expect([capped(1e6, null), capped(1, 0.5), capped(0, 0.5)]).toEqual([1e6, 0.5, 0])
  })
})

describe('curve', () => {
  const curves: Behavior['curve'][] = [
    { type: 'linear' },
    { type: 'log' },
    { type: 'sqrt' },
    { type: 'saturating', k: 4 },
  ]

  it('of 4: linear 4, log 1.609438, sqrt 2, saturating with k = 4 0.5', () => {
    expect(curves.map((curve) => curved(4, curve))).toEqual([4, expect.closeTo(1.609438, 6), 2, 0.5])
  })

  it('of nothing is 0, and never falls', () => {
    expect(curves.map((curve) => curved(0, curve))).toEqual([0, 0, 0, 0])
    for (const curve of curves) {
      const values = Array.from({ length: 200 }, (_, n) => curved(n / 3, curve))
      expect(values.filter((value, n) => n > 0 && value <= (values[n - 1] ?? 0))).toEqual([])
    }
  })

  it('saturating stays under 1', () => {
    expect(curved(1e6, { type: 'saturating', k: 1 })).toBeLessThan(1)
  })
})

describe('scoring behaviors', () => {
  const written = [
    { value: 5, weight: 1, cap: 8 },
    { weight: 2, enabled: false },
  ]

  it('weight 1, value 5, linear, n = 3: 3 as written, 5 · log(4) = 6.931 under rfm', () => {
    const raw = (mode: 'manual' | 'rfm') =>
      rawScore(scoringBehaviors(modelOf(written, { weighting: { mode } })), [3, 9]).raw
    expect(raw('manual')).toBe(3)
    expect(raw('rfm')).toBeCloseTo(5 * Math.log(4), 12)
    expect(raw('rfm').toFixed(3)).toBe('6.931')
  })

  it('rfm keeps measure, kernel and cap, and asks no value of what is disabled', () => {
    const [first, second] = scoringBehaviors(modelOf(written, { weighting: { mode: 'rfm' } }))
    expect(first).toMatchObject({ weight: 5, cap: 8, curve: { type: 'log' }, measure: { type: 'count' } })
    expect(second).toMatchObject({ weight: 0, enabled: false })
  })

  it('logistic weights stand in the document', () => {
    const model = modelOf([{ weight: 0.37, curve: { type: 'sqrt' } }], { weighting: { mode: 'logistic' } })
    expect(scoringBehaviors(model)).toEqual(model.behaviors)
  })
})

describe('raw score', () => {
  it('weights 1 and 3, caps none and 20, n = (4, 25): terms 4 and 60, raw 64', () => {
    const { behaviors } = modelOf([{ weight: 1 }, { weight: 3, cap: 20 }])
    expect(rawScore(behaviors, [4, 25])).toEqual({ terms: [4, 60], raw: 64 })
  })

  it('first the cap, then the curve: n = 25 capped at 9 under a square root of weight 2 is 6', () => {
    const { behaviors } = modelOf([{ weight: 2, cap: 9, curve: { type: 'sqrt' } }])
    expect(rawScore(behaviors, [25]).raw).toBe(6)
  })

  it('a negative weight takes away, below 0 if need be', () => {
    const { behaviors } = modelOf([{ weight: 2 }, { weight: -5 }])
    expect(rawScore(behaviors, [1, 3])).toEqual({ terms: [2, -15], raw: -13 })
  })

  it('a negative weight on nothing is 0, not −0', () => {
    const { behaviors } = modelOf([{ weight: -5 }])
    expect(rawScore(behaviors, [0])).toEqual({ terms: [0], raw: 0 })
  })

  it('a disabled behavior keeps its place and adds 0', () => {
    const { behaviors } = modelOf([{ weight: 2, enabled: false }, { weight: 3 }])
    expect(rawScore(behaviors, [10, 2])).toEqual({ terms: [0, 6], raw: 6 })
  })

  it('all disabled, or no counts, is 0', () => {
    expect(rawScore(modelOf([{ enabled: false }]).behaviors, [9]).raw).toBe(0)
    expect(rawScore(modelOf([{}, {}]).behaviors, []).raw).toBe(0)
  })

  it('is summed from left to right', () => {
    const { behaviors } = modelOf([{ weight: 0.1 }, { weight: 0.2 }, { weight: 0.3 }])
    expect(rawScore(behaviors, [1, 1, 1]).raw).toBe(0.1 + 0.2 + 0.3)
  })
})

describe('rank key', () => {
  it('0.1 + 0.2 and 0.3 differ in the last bit and share the key 300,000,000', () => {
    expect(0.1 + 0.2).not.toBe(0.3)
    expect([rankKey(0.1 + 0.2), rankKey(0.3)]).toEqual([300_000_000, 300_000_000])
  })

  it('rounds to 1e-9, halves up, on either side of 0', () => {
    expect([rankKey(1.4e-9), rankKey(1.5e-9), rankKey(-1.5e-9), rankKey(-2)]).toEqual([1, 2, -1, -2e9])
  })

  it('a zero is a key of at most 0: less than half a billionth is nothing', () => {
    expect([0, -3, 4e-10, 6e-10].map((raw) => isZero(rankKey(raw)))).toEqual([true, true, true, false])
  })
})
