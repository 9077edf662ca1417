import { expect, test } from 'vitest'
import { printedParts } from './printed-parts'

test('printed parts add up to the printed total', () => {
  expect(printedParts([1.004, 1.004, 1.004], 2)).toEqual([1, 1.01, 1])
  expect(printedParts([22.64, -5.48, -1.9], 1, 71.53)).toEqual([22.7, -5.5, -1.9])
})

test('what is nothing prints as nothing', () => {
  expect(printedParts([0, 0.001, 0], 2, 0.5)).toEqual([0, 0, 0])
})
