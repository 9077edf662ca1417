import { expect, test } from 'vitest'
import { AS_OF, DAY, weekly, worked } from '@/lib/scoring/contacts/testing'
import { causeOfMove } from './cause-of-move'

const since = AS_OF - 22 * DAY
const history = weekly('subscribed', 'read', 'read', 'read', 'read', 'bounce_hard', 'read')
const asked = { since, asOf: AS_OF }

test('a fall is caused by the bounce, though a read came after it', () => {
  expect(causeOfMove(history, worked(), { ...asked, up: false })).toEqual({
    action: 'bounce_hard',
    at: AS_OF - 14 * DAY,
  })
})

test('a rise is caused by the action that lifted most', () => {
  expect(causeOfMove(history, worked(), { ...asked, up: true })).toEqual({
    action: 'read',
    at: AS_OF - 7 * DAY,
  })
})

test('without an action since then only time did it', () => {
  expect(causeOfMove(history, worked(), { since: AS_OF - DAY, asOf: AS_OF, up: false })).toBeNull()
})

test('whoever came since then came by what they did first', () => {
  const newcomer = weekly('subscribed')
  expect(causeOfMove(newcomer, worked(), { since: 0, asOf: AS_OF, up: true })?.action).toBe('subscribed')
})
