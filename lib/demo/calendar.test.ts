import { DateTime } from 'luxon'
import { expect, test } from 'vitest'
import { demoCalendar, instantIn } from './calendar'

const at = (text: string) => new Date(text)

test('thirteen months end where the local day of the load begins', () => {
  const calendar = demoCalendar(at('2026-03-02T10:00:00Z'), 'UTC')
  expect(calendar.end).toEqual(at('2026-03-02T00:00:00Z'))
  expect(new Date(calendar.midnights[0] ?? 0)).toEqual(at('2025-02-02T00:00:00Z'))
  expect(calendar.midnights).toHaveLength(calendar.days + 1)
})

test.each(['UTC', 'America/Los_Angeles', 'Pacific/Auckland'])(
  'launch, price change and reference begin on Mondays of %s, two to three, seventeen and seven weeks before',
  (zone) => {
    for (let day = 1; day <= 7; day++) {
      const calendar = demoCalendar(at(`2026-03-0${day}T15:00:00Z`), zone)
      const weeks = (instant: number) => (calendar.end.getTime() - instant) / (7 * 86_400_000)
      const launch = calendar.midnights[calendar.launchDay] ?? 0
      const price = calendar.midnights[calendar.priceDay] ?? 0
      for (const instant of [launch, price, calendar.referenceAsOf.getTime()])
        expect(DateTime.fromMillis(instant, { zone }).weekday).toBe(1)
      expect(weeks(launch)).toBeGreaterThan(2)
      expect(weeks(launch)).toBeLessThanOrEqual(3)
      expect(Math.round(weeks(price))).toBeLessThanOrEqual(17)
      expect(Math.round(weeks(price))).toBeGreaterThanOrEqual(16)
      expect(calendar.referenceAsOf.getTime()).toBeLessThan(launch)
      expect(calendar.weekday(calendar.launchDay)).toBe(0)
    }
  },
)

test('days follow each other without a gap where clocks change and where a midnight is skipped', () => {
  for (const zone of ['Europe/Berlin', 'America/Sao_Paulo', 'Africa/Cairo']) {
    const { midnights, days } = demoCalendar(at('2018-12-20T12:00:00Z'), zone)
    for (let day = 0; day < days; day++) {
      const hours = ((midnights[day + 1] ?? 0) - (midnights[day] ?? 0)) / 3_600_000
      expect([23, 24, 25]).toContain(hours)
    }
  }
})

test('an instant in a day lies in that day', () => {
  const calendar = demoCalendar(at('2026-03-02T10:00:00Z'), 'UTC')
  expect(instantIn(calendar, 0, 0.5)).toBe(Date.parse('2025-02-02T12:00:00Z'))
  expect(instantIn(calendar, 0, 1)).toBeLessThan(calendar.midnights[1] ?? 0)
})
