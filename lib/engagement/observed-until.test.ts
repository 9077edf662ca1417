import { expect, test } from 'vitest'
import { observedUntil } from './observed-until'

const now = new Date('2026-05-01T12:00:00Z')
const observed = { timeZone: 'Europe/Berlin', lastReceivedAt: null, lastOccurredAt: null }

test('a workspace that receives events is observed until now', () => {
  const lastReceivedAt = new Date('2026-04-24T12:00:00Z')
  expect(observedUntil({ ...observed, lastReceivedAt, lastOccurredAt: lastReceivedAt }, now)).toEqual(now)
})

test('a workspace that has received nothing for over seven days ends with its last event', () => {
  const lastReceivedAt = new Date('2026-04-24T11:59:59.999Z')
  const until = observedUntil({ ...observed, lastReceivedAt, lastOccurredAt: lastReceivedAt }, now)
  expect(until).toEqual(new Date('2026-04-24T22:00:00Z'))
})

test('an imported log is observed until the first local midnight after its last event', () => {
  const at = (text: string) => observedUntil({ ...observed, lastOccurredAt: new Date(text) }, now)
  expect(at('2014-06-05T18:00:00Z')).toEqual(new Date('2014-06-05T22:00:00Z'))
  expect(at('2014-06-05T22:00:00Z')).toEqual(new Date('2014-06-06T22:00:00Z'))
})

test('it is never later than now', () => {
  expect(observedUntil({ ...observed, lastOccurredAt: now }, now)).toEqual(now)
  expect(observedUntil({ ...observed, lastOccurredAt: new Date('2027-01-01T00:00:00Z') }, now)).toEqual(now)
})

test('without any event it is now', () => {
  expect(observedUntil(observed, now)).toEqual(now)
})
