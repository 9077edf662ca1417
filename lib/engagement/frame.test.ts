import { expect, test } from 'vitest'
import { frameAt } from './frame'

const model = (days: number, activeWithinDays: number) => ({
  window: { days },
  population: { activeWithinDays, excludeEmailDomains: [], exclude: null, graceDays: 0 },
})

test('windows reach back by calendar days of the zone', () => {
  const asOf = new Date('2026-04-01T22:00:00Z')
  expect(frameAt(model(30, 90), asOf, 'Europe/Berlin')).toEqual({
    asOf: asOf.getTime(),
    windowFrom: Date.parse('2026-03-02T23:00:00Z'),
    activeFrom: Date.parse('2026-01-01T23:00:00Z'),
  })
})
