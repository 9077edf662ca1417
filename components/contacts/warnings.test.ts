import { expect, test } from 'vitest'
import { warningsOf } from './warnings'

const fine = { unsubscribed: false, bounces: 0, complaints: 0 }

test('what speaks against mail is told in one line', () => {
  expect(warningsOf({ unsubscribed: true, bounces: 2, complaints: 1 })).toBe(
    'unsubscribed, 2 bounces, 1 complaint',
  )
  expect(warningsOf({ ...fine, bounces: 1 })).toBe('1 bounce')
})

test('of a contact that nothing speaks against nothing is told', () => {
  expect(warningsOf(fine)).toBeNull()
})
