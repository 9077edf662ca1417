import { expect, it } from 'vitest'
import { orderedOccurrences } from './ordered-occurrences'

const one = (id: string, at: number, activity = true) => ({ id, at, activity, event: 'x', day: 0 })
const ids = (asOf: number, ...given: ReturnType<typeof one>[]) =>
  orderedOccurrences(given, asOf).map(({ id }) => id)

it('b at 5, a at 5, c at 3, a at 5 again, asOf 7: c, a, b; with asOf 5: c', () => {
  const given = [one('b', 5), one('a', 5), one('c', 3), one('a', 5)]
  expect(ids(7, ...given)).toEqual(['c', 'a', 'b'])
  expect(ids(5, ...given)).toEqual(['c'])
  expect(given.map(({ id }) => id)).toEqual(['b', 'a', 'c', 'a'])
})

it('what is no activity is left out, what is in order already stays', () => {
  expect(ids(9, one('a', 1), one('b', 1, false), one('c', 2))).toEqual(['a', 'c'])
})
