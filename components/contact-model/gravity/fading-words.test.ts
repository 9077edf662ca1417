import { expect, test } from 'vitest'
import { fadingInWords } from './fading-words'

test('what a gravity leaves is told by age', () => {
  expect(fadingInWords(1)).toMatch(/^Half of the points are left at age 2, a tenth at age 10\. Up to 1/)
  expect(fadingInWords(2)).toMatch(/^Half of the points are left at age 1\.4, a tenth at age 3\.2\. Above 1/)
  expect(fadingInWords(0.5)).toContain('age 4, a tenth at age 100.')
})

test('without gravity nothing fades', () => {
  expect(fadingInWords(0)).toContain('No action ever fades')
  expect(fadingInWords(0.01)).toMatch(/^Points hardly fade\./)
})

test('what is no gravity says nothing', () => {
  expect(fadingInWords(NaN)).toBe('')
})
