import { expect, test } from 'vitest'
import { rowOfPerson } from './row-of-person'

const people = BigUint64Array.from([3n, 8n, 2n ** 63n + 1n])

test('the row of an id, of the first of several that has one', () => {
  expect(rowOfPerson(people, ['8'])).toBe(1)
  expect(rowOfPerson(people, [String(2n ** 63n + 1n)])).toBe(2)
  expect(rowOfPerson(people, ['7', '3'])).toBe(0)
})

test('none of somebody who is not there', () => {
  expect(rowOfPerson(people, ['1', '9', String(2n ** 64n - 1n)])).toBeNull()
  expect(rowOfPerson(people, [])).toBeNull()
  expect(rowOfPerson(new BigUint64Array(0), ['1'])).toBeNull()
})
