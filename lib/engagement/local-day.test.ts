import { expect, test } from 'vitest'
import { daysAway, isLocalMidnight, newestLocalMidnight } from './local-day'

const utc = (text: string) => new Date(`${text}Z`)

test('the newest local midnight is the one before, or the instant itself', () => {
  expect(newestLocalMidnight(utc('2026-05-01T13:00:00'), 'Europe/Berlin')).toEqual(utc('2026-04-30T22:00:00'))
  expect(newestLocalMidnight(utc('2026-04-30T22:00:00'), 'Europe/Berlin')).toEqual(utc('2026-04-30T22:00:00'))
  expect(newestLocalMidnight(utc('2026-04-30T21:59:59.999'), 'Europe/Berlin')).toEqual(
    utc('2026-04-29T22:00:00'),
  )
})

test('where midnight is skipped, the day begins at the instant the clock jumps to', () => {
  const jump = utc('2018-11-04T03:00:00')
  expect(newestLocalMidnight(utc('2018-11-04T15:00:00'), 'America/Sao_Paulo')).toEqual(jump)
  expect(isLocalMidnight(jump, 'America/Sao_Paulo')).toBe(true)
})

test('where midnight comes twice, the day begins with the first', () => {
  expect(newestLocalMidnight(utc('2026-11-01T20:00:00'), 'America/Havana')).toEqual(
    utc('2026-11-01T04:00:00'),
  )
  expect(newestLocalMidnight(utc('2026-11-01T05:30:00'), 'America/Havana')).toEqual(
    utc('2026-11-01T04:00:00'),
  )
})

test('days away are calendar days, whatever the clock does between', () => {
  expect(daysAway(utc('2026-04-01T22:00:00'), -30, 'Europe/Berlin')).toEqual(utc('2026-03-02T23:00:00'))
  expect(daysAway(utc('2026-04-02T10:30:00'), -30, 'Europe/Berlin')).toEqual(utc('2026-03-03T11:30:00'))
})

test('from a day without midnight thirty days back is a midnight', () => {
  const jump = utc('2018-11-04T03:00:00')
  expect(daysAway(jump, -30, 'America/Sao_Paulo')).toEqual(utc('2018-10-05T03:00:00'))
  expect(daysAway(utc('2018-12-04T02:00:00'), -30, 'America/Sao_Paulo')).toEqual(jump)
})
