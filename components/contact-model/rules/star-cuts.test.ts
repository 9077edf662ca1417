import { expect, test } from 'vitest'
import { cutsEnd, shownCuts, starSpans } from './star-cuts'

test('the axis ends beyond the last cut, of the draft or the live version', () => {
  expect(cutsEnd([2, 3, 5, 9], [2, 3, 5, 9])).toBe(12)
  expect(cutsEnd([2, 3, 5, 9], [2, 3, 5, 18])).toBe(22)
  expect(cutsEnd([2, 30, 50, 90], [])).toBe(110)
  expect(cutsEnd([NaN, NaN, NaN, NaN], [])).toBe(12)
})

test('what is just being typed is shown where it can be', () => {
  expect(shownCuts([2, NaN, 5, 4], 12)).toEqual([2, 2, 5, 5])
})

test('five stars fill the axis', () => {
  expect(starSpans([2, 3, 5, 9], 12)).toEqual([
    { stars: 1, from: 0, to: 2 },
    { stars: 2, from: 2, to: 3 },
    { stars: 3, from: 3, to: 5 },
    { stars: 4, from: 5, to: 9 },
    { stars: 5, from: 9, to: 12 },
  ])
})
