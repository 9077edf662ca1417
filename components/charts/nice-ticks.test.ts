import { describe, expect, it } from 'vitest'
import { niceRangeTicks, niceTicks } from './nice-ticks'

describe('ticks', () => {
  it('of counts start at zero, are round, and are few', () => {
    expect(niceTicks(246)).toEqual([0, 100, 200])
    expect(niceTicks(3)).toEqual([0, 1, 2, 3])
    expect(niceTicks(1)).toEqual([0, 1])
    expect(niceTicks(0)).toEqual([0])
    expect(niceTicks(98_000)).toEqual([0, 25_000, 50_000, 75_000])
    expect(niceTicks(182_000)).toEqual([0, 50_000, 100_000, 150_000])
    for (let max = 1; max < 5000; max += 7) expect(niceTicks(max).length).toBeLessThanOrEqual(4)
  })
  it('of a range are round and lie inside it', () => {
    expect(niceRangeTicks(0, 120)).toEqual([0, 20, 40, 60, 80, 100, 120])
    expect(niceRangeTicks(-0.3, 1.1)).toEqual([0, 0.5, 1])
    expect(niceRangeTicks(4, 4)).toEqual([4])
  })
})
