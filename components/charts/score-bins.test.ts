import { describe, expect, it } from 'vitest'
import { countBetween, moveCut, scoreBars } from './score-bins'

const bins = Array.from({ length: 200 }, (_, index) => (index === 0 ? 246 : index % 3))

describe('score bins', () => {
  it('make 40 bars of 2.5 points that hold everybody but the zeros', () => {
    const bars = scoreBars(bins, 246)
    expect(bars).toHaveLength(40)
    expect(bars[0]).toEqual({ from: 0, to: 2.5, count: 1 + 2 + 0 + 1 })
    expect(bars[39]).toMatchObject({ from: 97.5, to: 100 })
    const people = bins.reduce((sum, count) => sum + count, 0)
    expect(bars.reduce((sum, bar) => sum + bar.count, 0)).toBe(people - 246)
  })
  it('put a person at the cut into the upper tier, and lose nobody', () => {
    const one = Array.from({ length: 200 }, (_, index) => (index === 40 ? 1 : 0))
    expect(countBetween(one, [20, 80])).toEqual([0, 1, 0])
    expect(countBetween(one, [20.5, 80])).toEqual([1, 0, 0])
    const counts = countBetween(bins, [20, 40, 80])
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(bins.reduce((sum, count) => sum + count, 0))
  })
  it('cuts snap to half points and do not pass each other', () => {
    expect(moveCut([20, 80], 0, 24.8)).toEqual([25, 80])
    expect(moveCut([20, 80], 0, 95)).toEqual([79.5, 80])
    expect(moveCut([20, 80], 1, 3)).toEqual([20, 20.5])
    expect(moveCut([20, 80], 0, -4)).toEqual([0.5, 80])
    expect(moveCut([20, 80], 1, 140)).toEqual([20, 99.5])
  })
})
