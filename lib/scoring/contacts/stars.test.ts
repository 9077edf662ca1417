import { expect, test } from 'vitest'
import { starsOf } from './stars'

const cuts = { stars: [2, 3, 5, 9] }

test.each([
  [0, 1],
  [1.999999, 1],
  [2, 2],
  [2.5, 2],
  [3, 2],
  [3 + 1e-6, 3],
  [5, 3],
  [5 + 1e-6, 4],
  [9, 4],
  [9 + 1e-6, 5],
  [1e9, 5],
])('a score of %d has %d★', (score, stars) => {
  expect(starsOf(score, cuts)).toBe(stars)
})

test('within 1e-9 of a cut a score stands on it', () => {
  expect([2 - 1e-10, 3 + 1e-10, 5 + 1e-10, 9 + 1e-10].map((score) => starsOf(score, cuts))).toEqual([
    2, 2, 3, 4,
  ])
  expect([2 - 1e-8, 3 + 1e-8].map((score) => starsOf(score, cuts))).toEqual([1, 3])
})

test('other cuts are as good', () => {
  expect([9, 10, 20, 21, 40, 41].map((score) => starsOf(score, { stars: [10, 20, 30, 40] }))).toEqual([
    1, 2, 2, 3, 4, 5,
  ])
})
