import { expect, test } from 'vitest'
import { addressOfCompared, comparedIn } from './compared-in'

const asked = (query: string) => comparedIn(new URLSearchParams(query))

test('an address says which versions are compared, and on which date', () => {
  const compared = { from: 7, to: 8, asOf: '2026-03-02T00:00:00.000Z' }
  expect(asked(addressOfCompared(compared))).toEqual(compared)
  expect(addressOfCompared({})).toBe('')
})

test('what it says badly is left to the default', () => {
  expect(asked('from=x&to=0&asOf=soon')).toEqual({})
  expect(asked('from=1.5&to=99999999999')).toEqual({})
})
