import { DateTime } from 'luxon'
import { describe, expect, test } from 'vitest'
import { isWithPeople, wantedPoints } from './wanted-points'

const zone = 'Europe/Berlin'
const days = (points: readonly Date[]) =>
  points.map((at) => DateTime.fromJSDate(at, { zone }).toFormat('yyyy-MM-dd HH:mm'))

describe('the past points that are wanted', () => {
  // A Wednesday, some days after the clocks of Berlin were set forward.
  const points = wantedPoints(new Date('2026-04-01T10:00:00Z'), zone)

  test('are the newest day, those 7 and 30 days before, and the local Mondays of a year', () => {
    expect(days(points).slice(0, 5)).toEqual([
      '2026-04-01 00:00',
      '2026-03-25 00:00',
      '2026-03-02 00:00',
      '2026-03-30 00:00',
      '2026-03-23 00:00',
    ])
    expect(days(points).at(-1)).toBe('2025-04-07 00:00')
    // The 2nd of March is one of the Mondays.
    expect(points.length).toBe(3 + 52 - 1)
    expect(new Set(points.map(Number)).size).toBe(points.length)
  })

  test('of the last 45 days say who had how many stars', () => {
    const [newest = new Date(0)] = points
    const recent = points.filter((at) => isWithPeople(at, newest, zone))
    expect(days(recent).sort()[0]).toBe('2026-02-16 00:00')
  })
})
