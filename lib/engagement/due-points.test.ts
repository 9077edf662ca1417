import { describe, expect, test } from 'vitest'
import { type PastRun, duePoints } from './due-points'
import { daysAway, newestLocalMidnight } from './local-day'

const utc = (text: string) => new Date(`${text}Z`)
const texts = (points: readonly Date[]) => points.map((point) => point.toISOString().slice(0, 16))

type Given = {
  now: string
  zone?: string
  before?: string
  runs?: readonly (readonly [string, PastRun['state'], string?])[]
}

const due = ({ now, zone = 'UTC', before, runs = [] }: Given) =>
  texts(
    duePoints({
      newest: newestLocalMidnight(utc(now), zone),
      before: before ? utc(before) : null,
      runs: runs.map(([asOf, state, at = asOf]) => ({ asOf: utc(asOf), state, at: utc(at) })),
      timeZone: zone,
      now: utc(now),
    }),
  )

test('a new day is due from its first instant on, once', () => {
  const before = '2026-06-10T22:00'
  expect(due({ now: '2026-06-11T21:59:59.999', zone: 'Europe/Berlin', before: '2026-06-09T22:00' })).toEqual([
    before,
  ])
  expect(due({ now: '2026-06-11T22:00', zone: 'Europe/Berlin', before })).toEqual(['2026-06-11T22:00'])
  for (const state of ['queued', 'running', 'done', 'cancelled'] as const) {
    const runs = [['2026-06-11T22:00', state]] as const
    expect(due({ now: '2026-06-11T22:01', zone: 'Europe/Berlin', before, runs })).toEqual([])
  }
})

test('a model that was never scored is due at the newest day alone', () => {
  expect(due({ now: '2026-06-16T09:00' })).toEqual(['2026-06-16T00:00'])
})

describe('a run that failed', () => {
  const failed = (now: string, more: Given['runs'] = []) =>
    due({
      now,
      before: '2026-06-15T00:00',
      runs: [['2026-06-16T00:00', 'failed', '2026-06-16T00:02'], ...more],
    })

  test('is tried again an hour after its end', () => {
    expect(failed('2026-06-16T01:01:59')).toEqual([])
    expect(failed('2026-06-16T01:02')).toEqual(['2026-06-16T00:00'])
  })
  test('is not tried again while another is at work, or when that failed just now', () => {
    expect(failed('2026-06-16T03:00', [['2026-06-16T00:00', 'running']])).toEqual([])
    expect(failed('2026-06-16T03:00', [['2026-06-16T00:00', 'failed', '2026-06-16T02:30']])).toEqual([])
    expect(failed('2026-06-16T03:00', [['2026-06-16T00:00', 'done']])).toEqual([])
  })
})

describe('after three weeks without a worker', () => {
  // Wednesday the 20th of May to Thursday the 11th of June.
  const away = { now: '2026-06-11T09:30', before: '2026-05-20T00:00' }
  const weeks = ['2026-05-25T00:00', '2026-06-01T00:00', '2026-06-08T00:00']

  test('the newest day and the Mondays in between are due, not the other days', () => {
    expect(due(away)).toEqual([...weeks, '2026-06-11T00:00'])
  })
  test('what was queued then is not due again, also when the newest day is done first', () => {
    const runs = weeks.map((week) => [week, 'queued'] as const)
    expect(due({ ...away, runs: [...runs, ['2026-06-11T00:00', 'done']] })).toEqual([])
  })
  test('a week that failed is tried again by itself', () => {
    const runs = weeks.map((week, at) => [week, at === 1 ? 'failed' : 'done'] as const)
    expect(due({ ...away, runs: [...runs, ['2026-06-11T00:00', 'done']] })).toEqual(['2026-06-01T00:00'])
  })
  test('the next day asks for no week any more', () => {
    expect(due({ now: '2026-06-12T09:30', before: '2026-06-11T00:00' })).toEqual(['2026-06-12T00:00'])
  })
})

test('after years a year is made up for', () => {
  const points = due({ now: '2026-06-11T09:30', before: '2020-01-06T00:00' })
  expect([points.length, points[0], points.at(-1)]).toEqual([53, '2025-06-16T00:00', '2026-06-11T00:00'])
})

test('a Monday is neither due twice nor left out when it is the newest day or the last one scored', () => {
  expect(due({ now: '2026-06-15T09:00', before: '2026-06-08T00:00' })).toEqual(['2026-06-15T00:00'])
  expect(due({ now: '2026-06-16T09:00', before: '2026-06-08T00:00' })).toEqual([
    '2026-06-15T00:00',
    '2026-06-16T00:00',
  ])
})

describe('the days of a year are due once each', () => {
  /** Goes through a year half a day at a time; answers the points that were due. */
  const ticked = (zone: string, from: string) => {
    const made: Date[] = []
    for (let now = utc(from).getTime(), end = now + 366 * 86_400_000; now < end; now += 12 * 3_600_000) {
      const newest = newestLocalMidnight(new Date(now), zone)
      const runs = made.slice(-3).map((asOf) => ({ asOf, state: 'done' as const, at: asOf }))
      const before = made.findLast((asOf) => asOf < newest) ?? null
      made.push(...duePoints({ newest, before, runs, timeZone: zone, now: new Date(now) }))
    }
    return made
  }
  const hours = (points: readonly Date[]) =>
    points.slice(1).map((point, at) => (point.getTime() - (points[at]?.getTime() ?? 0)) / 3_600_000)

  test.each([
    ['Europe/Berlin', '2026-01-01T12:00', [23, 25]],
    ['America/New_York', '2026-01-01T12:00', [23, 25]],
    ['Australia/Lord_Howe', '2026-01-01T12:00', [24.5, 23.5]],
    ['America/Sao_Paulo', '2018-01-01T12:00', [25, 23]],
    ['Africa/Cairo', '2024-01-01T12:00', [23, 25]],
    ['Asia/Beirut', '2024-01-01T12:00', [23, 25]],
    ['Asia/Kathmandu', '2026-01-01T12:00', []],
  ])('in %s from %s', (zone, from, odd) => {
    const points = ticked(zone, from)
    expect(points.length).toBeGreaterThanOrEqual(366)
    expect(hours(points).filter((length) => length !== 24)).toEqual(odd)
    const following = points.slice(0, -1).map((point) => daysAway(point, 1, zone))
    expect(following).toEqual(points.slice(1))
  })
})

describe('where the clock is changed', () => {
  test('the day has its own first instant: Berlin in spring and autumn', () => {
    expect(due({ now: '2026-03-29T12:00', zone: 'Europe/Berlin' })).toEqual(['2026-03-28T23:00'])
    expect(due({ now: '2026-03-30T12:00', zone: 'Europe/Berlin' })).toEqual(['2026-03-29T22:00'])
    expect(due({ now: '2026-10-25T12:00', zone: 'Europe/Berlin' })).toEqual(['2026-10-24T22:00'])
    expect(due({ now: '2026-10-26T12:00', zone: 'Europe/Berlin' })).toEqual(['2026-10-25T23:00'])
  })
  test('Mondays on both sides of the change are found: New York in March', () => {
    expect(due({ now: '2026-03-17T12:00', zone: 'America/New_York', before: '2026-03-01T05:00' })).toEqual([
      '2026-03-02T05:00',
      '2026-03-09T04:00',
      '2026-03-16T04:00',
      '2026-03-17T04:00',
    ])
  })
  test('a day whose midnight does not exist begins at the instant the clock jumps to', () => {
    expect(due({ now: '2018-11-04T02:59', zone: 'America/Sao_Paulo' })).toEqual(['2018-11-03T03:00'])
    expect(due({ now: '2018-11-04T03:00', zone: 'America/Sao_Paulo' })).toEqual(['2018-11-04T03:00'])
    expect(due({ now: '2024-04-25T22:00', zone: 'Africa/Cairo' })).toEqual(['2024-04-25T22:00'])
    expect(due({ now: '2024-04-25T21:59', zone: 'Africa/Cairo' })).toEqual(['2024-04-24T22:00'])
  })
})
