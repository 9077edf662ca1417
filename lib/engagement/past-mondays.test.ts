import { expect, test } from 'vitest'
import { pastMondays } from './past-mondays'

const iso = (points: readonly Date[]) => points.map((point) => point.toISOString())

test('a Monday is the first of them from its first instant on', () => {
  const until = new Date('2026-06-14T22:00:00Z')
  expect(iso(pastMondays(until, 2, 'Europe/Berlin'))).toEqual([
    '2026-06-14T22:00:00.000Z',
    '2026-06-07T22:00:00.000Z',
  ])
  expect(iso(pastMondays(new Date(until.getTime() - 1), 1, 'Europe/Berlin'))).toEqual([
    '2026-06-07T22:00:00.000Z',
  ])
})

test('a year of them is of local midnights, on either side of a change of the clock', () => {
  const mondays = pastMondays(new Date('2026-06-15T12:00:00Z'), 52, 'America/New_York')
  expect(mondays).toHaveLength(52)
  expect(iso([...mondays.slice(0, 1), ...mondays.slice(20, 21), ...mondays.slice(-1)])).toEqual([
    '2026-06-15T04:00:00.000Z',
    '2026-01-26T05:00:00.000Z',
    '2025-06-23T04:00:00.000Z',
  ])
})

test('where midnight does not exist it is the instant the clock jumps to', () => {
  const mondays = pastMondays(new Date('2009-06-03T12:00:00Z'), 2, 'Africa/Casablanca')
  expect(iso(mondays)).toEqual(['2009-06-01T00:00:00.000Z', '2009-05-25T00:00:00.000Z'])
  expect(pastMondays(new Date('2009-06-01T00:00:00Z'), 1, 'Africa/Casablanca')).toEqual(mondays.slice(0, 1))
})
