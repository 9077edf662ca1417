import { expect, test } from 'vitest'
import { largestCount, namedCounts, worthOf, worthPoints } from './worth-points'

const linear = { type: 'linear' } as const

test('nothing is drawn while cap or curve is no number', () => {
  expect(worthPoints({ measure: { type: 'count' }, cap: NaN, curve: linear }, 30)).toEqual([])
  const saturating = { type: 'saturating', k: NaN } as const
  expect(worthOf(3, { measure: { type: 'count' }, cap: null, curve: saturating })).toBeNull()
})

test('what counts are worth rises to the cap and stays there', () => {
  const behavior = { measure: { type: 'count' }, cap: 10, curve: linear } as const
  expect(worthPoints(behavior, 30, 1)).toEqual([
    [0, 0],
    [10, 10],
    [12, 10],
  ])
})

test('the picture ends at what a count can reach', () => {
  expect(largestCount({ measure: { type: 'once' }, cap: 5, curve: linear }, 30)).toBe(1)
  expect(largestCount({ measure: { type: 'days' }, cap: null, curve: linear }, 30)).toBe(30)
  expect(largestCount({ measure: { type: 'count' }, cap: null, curve: linear }, 90)).toBe(20)
})

test('the counts named are round, and the cap is among them', () => {
  expect(namedCounts({ measure: { type: 'count' }, cap: 15, curve: linear }, 30)).toEqual([1, 2, 5, 10, 15])
  expect(namedCounts({ measure: { type: 'once' }, cap: null, curve: linear }, 30)).toEqual([1])
})
