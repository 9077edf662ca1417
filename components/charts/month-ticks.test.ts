import { expect, test } from 'vitest'
import { monthTicks } from './month-ticks'

const at = (text: string) => Date.parse(`${text}T00:00:00Z`)

test('a year of months is marked, every third is named, the first with its year', () => {
  const ticks = monthTicks(at('2025-03-03'), at('2026-03-02'), 'UTC', 320)
  expect(ticks).toHaveLength(12)
  expect(ticks.map(({ label }) => label).filter(Boolean)).toEqual(['Apr 2025', 'Jul', 'Oct', 'Jan 2026'])
})

test('months begin at midnight of the zone', () => {
  const [first] = monthTicks(at('2025-05-20'), at('2025-06-20'), 'America/New_York', 600)
  expect(new Date(first?.at ?? 0).toISOString()).toBe('2025-06-01T04:00:00.000Z')
})

test('within one month there is nothing to mark', () => {
  expect(monthTicks(at('2025-05-03'), at('2025-05-20'), 'UTC', 600)).toEqual([])
})
