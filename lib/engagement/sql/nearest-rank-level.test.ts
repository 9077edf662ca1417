import { expect, test } from 'vitest'
import { nearestRankLevel } from './nearest-rank-level'

test('a share of 0.99 of 200 values is the 198th', () => {
  expect(nearestRankLevel(0.99, 200)).toBe(0.9875)
})

test('the level leads to the nearest rank, whatever the share and the size', () => {
  for (const share of [0.001, 0.07, 0.5, 0.99, 1])
    for (const size of [1, 2, 7, 99, 100, 101, 12_345, 1_000_000]) {
      const index = Math.trunc(nearestRankLevel(share, size) * size)
      expect([share, size, index + 1]).toEqual([share, size, Math.max(1, Math.ceil(share * size))])
    }
})

test('of nothing any level will do', () => {
  expect(nearestRankLevel(0.99, 0)).toBe(0)
})
