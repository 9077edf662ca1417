import { expect, test } from 'vitest'
import { placeOnTrack, typedNumber, weightRange } from './weight-range'

test('a slider of weights runs from 0 to 10 in tenths, so that Shift moves by ones', () => {
  expect(weightRange(3, 5)).toEqual({ min: 0, max: 10, step: 0.1 })
  expect(weightRange(NaN, null)).toEqual({ min: 0, max: 10, step: 0.1 })
})

test('it is wider where the weight or the live one lies outside', () => {
  expect(weightRange(-2.5, 5)).toEqual({ min: -3, max: 10, step: 0.1 })
  expect(weightRange(3, 25)).toEqual({ min: 0, max: 25, step: 1 })
  expect(weightRange(5000, 1)).toEqual({ min: 0, max: 5000, step: 100 })
})

test('a mark on the track stands where the middle of the thumb would', () => {
  const range = { min: 0, max: 10, step: 0.1 }
  expect(placeOnTrack(0, range, 14)).toBe('calc(0.000% + 7.00px)')
  expect(placeOnTrack(5, range, 14)).toBe('calc(50.000% + 0.00px)')
  expect(placeOnTrack(20, range, 14)).toBe('calc(100.000% + -7.00px)')
})

test('numbers are read as people type them', () => {
  expect(['2.5', '2,5', ' −1 ', '1e3'].map(typedNumber)).toEqual([2.5, 2.5, -1, 1000])
  expect(['', ' ', 'three', '1.2.3'].map(typedNumber)).toEqual([NaN, NaN, NaN, NaN])
})
