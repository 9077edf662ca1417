import { expect, test } from 'vitest'
import { dateTicks } from './date-ticks'

const week = 7 * 86_400_000
const mondays = (from: string, weeks: number) =>
  Array.from({ length: weeks }, (_, index) => Date.parse(from) + index * week)

test('a year is marked by months', () => {
  const ticks = dateTicks(mondays('2025-03-03T00:00:00Z', 53), 'UTC', 320)
  expect(ticks.map(({ label }) => label).filter(Boolean)).toEqual(['Apr 2025', 'Jul', 'Oct', 'Jan 2026'])
})

test('a few weeks are marked by themselves, the last one always', () => {
  const ticks = dateTicks(mondays('2026-01-05T00:00:00Z', 9), 'UTC', 224)
  expect(ticks.map(({ label }) => label)).toEqual(['19 Jan', '9 Feb', '2 Mar'])
})

test('without points there is nothing to mark', () => {
  expect(dateTicks([], 'UTC', 400)).toEqual([])
})
