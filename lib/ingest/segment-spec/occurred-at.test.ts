import { describe, expect, test } from 'vitest'
import { occurredAt } from './occurred-at'

const received = new Date('2024-03-10T12:00:00.000Z')

describe('the clock of a sender is corrected when it is off by more than a minute', () => {
  test.each([
    ['right clock', '11:59:00.000', '12:00:00.000', '11:59:00.000'],
    ['exactly a minute ahead', '12:00:30.000', '12:01:00.000', '12:00:30.000'],
    ['a minute and a bit ahead', '12:00:30.000', '12:01:00.001', '11:59:29.999'],
    ['exactly a minute behind', '11:58:00.000', '11:59:00.000', '11:58:00.000'],
    ['three hours ahead', '14:59:00.000', '15:00:00.000', '11:59:00.000'],
    ['two hours behind', '09:50:00.000', '10:00:00.000', '11:50:00.000'],
  ])('%s', (_name, timestamp, sentAt, expected) => {
    const day = (time: string) => `2024-03-10T${time}Z`
    expect(occurredAt({ timestamp: day(timestamp), sentAt: day(sentAt) }, received)).toEqual({
      at: new Date(day(expected)),
    })
  })

  test('a year off in either direction', () => {
    const times = { timestamp: '2034-03-10T11:00:00Z', sentAt: '2034-03-10T12:00:00Z' }
    expect(occurredAt(times, received)).toEqual({ at: new Date('2024-03-10T11:00:00Z') })
  })

  test('an unreadable sentAt is not believed', () => {
    expect(occurredAt({ timestamp: '2024-03-10T11:00:00Z', sentAt: 'soon' }, received)).toEqual({
      at: new Date('2024-03-10T11:00:00Z'),
    })
  })
})

test('originalTimestamp stands in for a missing timestamp, and the time of receipt for both', () => {
  expect(occurredAt({ originalTimestamp: '2024-03-10T11:00:00Z' }, received)).toEqual({
    at: new Date('2024-03-10T11:00:00Z'),
  })
  expect(
    occurredAt({ timestamp: '2024-03-09T11:00:00Z', originalTimestamp: '2024-03-10T11:00:00Z' }, received),
  ).toEqual({ at: new Date('2024-03-09T11:00:00Z') })
  expect(occurredAt({ sentAt: '2020-01-01T00:00:00Z' }, received)).toEqual({ at: received })
})

test('any age in the past is taken, back to what the warehouse can hold', () => {
  expect(occurredAt({ timestamp: '1900-01-01T00:00:00Z' }, received)).toEqual({
    at: new Date('1900-01-01T00:00:00Z'),
  })
  expect(occurredAt({ timestamp: '1899-12-31T23:59:59Z' }, received)).toMatchObject({ code: 'bad_timestamp' })
})

test('up to 24 hours ahead is taken, more is refused', () => {
  expect(occurredAt({ timestamp: '2024-03-11T12:00:00.000Z' }, received)).toHaveProperty('at')
  expect(occurredAt({ timestamp: '2024-03-11T12:00:00.001Z' }, received)).toMatchObject({ code: 'in_future' })
})

test('what is no time is refused by the name of its field', () => {
  expect(occurredAt({ timestamp: 'yesterday' }, received)).toEqual({
    code: 'bad_timestamp',
    message: '"timestamp" is not an ISO 8601 time or an epoch.',
  })
  expect(occurredAt({ originalTimestamp: [] }, received)).toMatchObject({ code: 'bad_timestamp' })
})
