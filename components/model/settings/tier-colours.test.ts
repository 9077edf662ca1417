import { expect, test } from 'vitest'
import { colourByPlace, toneOfTier } from './tier-colours'

test('a tier has the colour of its place unless its document names another', () => {
  expect(toneOfTier(null, 0, 3)).toBe('risk')
  expect(toneOfTier('teal', 0, 3)).toBe('power')
  expect(toneOfTier('Petrol', 0, 3)).toBe('tier-4')
})

test('a colour outside of the palette is not shown', () => {
  expect(toneOfTier('#d55e00', 2, 3)).toBe('power')
})

test('the colour of a place has a word', () => {
  expect([0, 1, 2].map((index) => colourByPlace(index, 3))).toEqual(['vermilion', 'blue-grey', 'teal'])
  expect(colourByPlace(1, 4)).toBe('clay')
})
