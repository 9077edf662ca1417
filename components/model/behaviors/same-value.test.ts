import { expect, test } from 'vitest'
import { sameValue } from './same-value'

test('two documents say the same whatever the order of their keys', () => {
  expect(sameValue({ a: [1, { b: null }], c: 'x' }, { c: 'x', a: [1, { b: null }] })).toBe(true)
  expect(sameValue({ a: NaN }, { a: NaN })).toBe(true)
  expect(sameValue({ a: 1 }, { a: 1, b: undefined })).toBe(false)
  expect(sameValue([1, 2], [2, 1])).toBe(false)
  expect(sameValue([], {})).toBe(false)
})
