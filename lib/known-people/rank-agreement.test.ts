import { describe, expect, test } from 'vitest'
import { rankAgreement } from './rank-agreement'
import { ranksOf } from './ranks'

const model = '7d3f3c0e-58b2-4a56-9a3e-0c9f2f1f6a11'

describe('ranks', () => {
  test('begin with the highest score, and those with the same share the middle', () => {
    expect(ranksOf([50, 90, 10, 50, null])).toEqual([2.5, 1, 4, 2.5, null])
    expect(ranksOf([7, 7, 7])).toEqual([2, 2, 2])
    expect(ranksOf([])).toEqual([])
  })
})

describe('agreement with the order of gut feeling', () => {
  test('is 1 in the same order and −1 in the reverse', () => {
    expect(rankAgreement([90, 80, 70, 60], model)).toMatchObject({
      n: 4,
      tau: 1,
      low: 1,
      high: 1,
      open: false,
    })
    expect(rankAgreement([60, 70, 80, 90], model)).toMatchObject({ tau: -1, open: false })
  })

  test('is 26 of 28 pairs of the drawn card, with an interval that does not hold 0', () => {
    const found = rankAgreement([89.4, 73.3, 59.3, 52.7, 41.8, 17.6, 34.4, 10.1], model)
    expect(found).toMatchObject({ n: 8, reason: null, open: false })
    expect(found.tau).toBeCloseTo(26 / 28, 12)
    expect(found.low).toBeGreaterThan(0.3)
    expect(found.high).toBeLessThanOrEqual(1)
  })

  test('leaves out who has no score, and knows ties', () => {
    const found = rankAgreement([90, null, 50, 50, 10], model)
    expect(found.n).toBe(4)
    expect(found.tau).toBeCloseTo(5 / Math.sqrt(6 * 5), 12)
  })

  test('is open where the interval holds 0', () => {
    expect(rankAgreement([50, 60, 40, 70, 30], model)).toMatchObject({ open: true, reason: null })
  })

  test('is the same every time, and another for another model', () => {
    const scores = [50, 60, 40, 70, 30, 20, 65]
    expect(rankAgreement(scores, model)).toEqual(rankAgreement(scores, model))
    const other = rankAgreement(scores, '11111111-58b2-4a56-9a3e-0c9f2f1f6a11')
    expect(other.tau).toBe(rankAgreement(scores, model).tau)
  })

  test.each([
    [[], 'nobody is pinned'],
    [[10, 20], 'at least 3 people are needed'],
    [[10, 20, null], 'only 2 of them have a score'],
    [[10, null, null], 'only 1 of them has a score'],
    [[null, null, null], 'none of them has a score'],
    [[40, 40, 40], 'all of them have the same score'],
  ])('%j: %s', (scores, reason) => {
    expect(rankAgreement(scores, model)).toMatchObject({
      tau: null,
      low: null,
      high: null,
      open: true,
      reason,
    })
  })
})
