import { expect, test } from 'vitest'
import { beginsAfter, localDay } from './local-day'

test('an instant is on the day of the workspace’s zone, a day stays', () => {
  expect(localDay('2026-01-11T23:30:00Z', 'Europe/Berlin')).toBe('2026-01-12')
  expect(localDay('2026-01-12', 'Europe/Berlin')).toBe('2026-01-12')
})

test('a day begins after an instant when it is tomorrow in the zone, not when it is today', () => {
  const noon = Date.parse('2026-01-12T12:00:00Z')
  expect(beginsAfter('2026-01-12', noon, 'UTC')).toBe(false)
  expect(beginsAfter('2026-01-13', noon, 'UTC')).toBe(true)
  expect(beginsAfter('2026-01-13', noon, 'Pacific/Auckland')).toBe(false)
  expect(beginsAfter('2026-01-12T12:00:01Z', noon, 'UTC')).toBe(true)
})
