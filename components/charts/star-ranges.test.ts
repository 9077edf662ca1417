import { expect, test } from 'vitest'
import { starRanges } from './star-ranges'

test('the first cut is the star’s above it, the others the star’s below, and the words say so', () => {
  expect(starRanges([2, 3, 5, 9]).map(({ stars, short, long }) => [stars, short, long])).toEqual([
    [1, 'under 2', 'below 2'],
    [2, '2 to 3', '2 to 3'],
    [3, 'to 5', 'above 3, up to 5'],
    [4, 'to 9', 'above 5, up to 9'],
    [5, 'over 9', 'above 9'],
  ])
})

test('cuts are written with no more decimals than they need', () => {
  expect(starRanges([1.5, 2.25, 4, 10]).map(({ short }) => short)).toEqual([
    'under 1.5',
    '1.5 to 2.25',
    'to 4',
    'to 10',
    'over 10',
  ])
})
