import { describe, expect, test } from 'vitest'
import { scoreContact } from '@/lib/scoring/contacts/score-contact'
import { AS_OF, times, weekly, worked } from '@/lib/scoring/contacts/testing'
import { starReason } from './star-reason'

const history = weekly('subscribed', ...times(3, 'read' as const), 'bounce_hard', 'read')
const under = (severity: number, points: number) =>
  scoreContact(
    history,
    worked({
      actions: [{ action: 'subscribed' }, { action: 'read', points }, { action: 'bounce_hard', severity }],
    }),
    AS_OF,
  )

describe('why a score differs between two models', () => {
  test('a bounce that divides by more is the reason, however the reads fell by it', () => {
    expect(starReason(under(1, 2), under(3, 2))).toBe('hard bounce: divides by 2.50, was 1.50')
  })

  test('else the action whose share changes most', () => {
    expect(starReason(under(1, 2), under(1, 3))).toBe('4 × read: 4.57, was 3.04')
  })

  test('there is none where nothing changes', () => {
    expect(starReason(under(1, 2), under(1, 2))).toBe(null)
  })
})
