import { expect, test } from 'vitest'
import { scoreInWords } from './score-words'

const model = { stars: [2, 3, 5, 9] as [number, number, number, number] }

test('a score has two decimals', () => {
  expect(scoreInWords(3.62381, model)).toBe('3.62')
  expect(scoreInWords(2, model)).toBe('2.00')
})

test('a score just under or over a cut is not printed as the cut', () => {
  expect(scoreInWords(1.99679, model)).toBe('1.997')
  expect(scoreInWords(3.00004, model)).toBe('3.00004')
  expect(scoreInWords(9.004, model)).toBe('9.004')
})

test('a score on a cut but for rounding is printed as the cut', () => {
  expect(scoreInWords(3 + 1e-12, model)).toBe('3.00')
  expect(scoreInWords(1.99, model)).toBe('1.99')
})
