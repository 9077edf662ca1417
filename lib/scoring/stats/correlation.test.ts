import { describe, expect, it } from 'vitest'
import { pearson, spreadOf } from './correlation'

describe('Pearson’s r', () => {
  it('of 1, 2, 3, 4 and 2, 1, 4, 3 is 0.6', () => {
    expect(pearson([1, 2, 3, 4], [2, 1, 4, 3])).toBeCloseTo(0.6, 12)
  })

  it('gives the 0.8164 of the first set of Anscombe’s quartet', () => {
    const x = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5]
    const y = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68]
    expect(pearson(x, y)).toBeCloseTo(0.81642051634484, 12)
    expect(pearson(x, y, spreadOf(x), spreadOf(y))).toBe(pearson(x, y))
  })

  it('is ±1 on a line, far from 0 too, and none where a column does not vary', () => {
    const far = [1e9 + 1, 1e9 + 2, 1e9 + 4]
    expect(pearson(far, far.map((x) => 3 * x))).toBeCloseTo(1, 12) // prettier-ignore
    expect(pearson(far, far.map((x) => -x))).toBeCloseTo(-1, 12) // prettier-ignore
    expect([pearson([1, 1], [1, 2]), pearson([], [])]).toEqual([null, null])
  })
})
