import { expect, test } from 'vitest'
import { moverReason } from './mover-reason'

test('the behavior that moved most, with what it gives before and after', () => {
  const reason = { key: 'report', name: 'Ran a report', counted: 8, termBefore: 8.4, termAfter: 25.19 }
  expect(moverReason(reason)).toBe('Ran a report: 8.4 → 25.2 points')
  expect(moverReason(null)).toBeNull()
})
