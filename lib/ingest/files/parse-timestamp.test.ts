import { describe, expect, it } from 'vitest'
import { parseTimestamp, type TimeAssumptions, timeRules } from './parse-timestamp'

const now = new Date('2026-01-01T00:00:00Z')
const read = (value: unknown, assumptions: Omit<TimeAssumptions, 'now'> = {}) => {
  const result = parseTimestamp(value, timeRules({ now, ...assumptions }))
  return result instanceof Date ? result.toISOString() : result.code
}

describe('parseTimestamp', () => {
  it('reads ISO 8601 with its offset', () => {
    expect(read('2012-05-31T00:00:00Z')).toBe('2012-05-31T00:00:00.000Z')
    expect(read('2018-11-01T20:57:10.796000Z')).toBe('2018-11-01T20:57:10.796Z')
    expect(read('2014-05-01T10:00:00+02:00')).toBe('2014-05-01T08:00:00.000Z')
    expect(read(' 2014-05-01 10:00:00.5 -0330 ')).toBe('2014-05-01T13:30:00.500Z')
    expect(read('2014-05-01 10:00 UTC')).toBe('2014-05-01T10:00:00.000Z')
    expect(read('2016-02-29T10:00:00Z')).toBe('2016-02-29T10:00:00.000Z')
  })

  it('tells epoch seconds, milliseconds, microseconds and nanoseconds apart by magnitude', () => {
    const same = '2014-04-22T03:53:30.000Z'
    expect(
      [1398138810, '1398138810', '1398138810.0', 1398138810000, '1398138810000000'].map((v) => read(v)),
    ).toEqual(Array(5).fill(same))
    expect(read('1398138810000000000')).toBe(same)
    expect(read(1541016707796.0)).toBe('2018-10-31T20:11:47.796Z')
  })

  it('reads days written first, months by name, and am and pm', () => {
    const timeZone = 'UTC'
    expect(read('22-04-2014 03:53', { timeZone })).toBe('2014-04-22T03:53:00.000Z')
    expect(read('01.05.2014, 10:00', { timeZone })).toBe('2014-05-01T10:00:00.000Z')
    expect(read('4/22/14 12:05 AM', { timeZone })).toBe('2014-04-22T00:05:00.000Z')
    expect(read('11 May 2014, 09:44', { timeZone })).toBe('2014-05-11T09:44:00.000Z')
    expect(read('May 11, 2014 9:44 pm', { timeZone })).toBe('2014-05-11T21:44:00.000Z')
    expect(read('Thu, 01 May 2014 10:00:00 GMT')).toBe('2014-05-01T10:00:00.000Z')
    expect(read('Thu May 01 2014 10:00:00 GMT+0200 (Central European Summer Time)')).toBe(
      '2014-05-01T08:00:00.000Z',
    )
    expect(read('20140501', { timeZone })).toBe('2014-05-01T00:00:00.000Z')
  })

  it('refuses a time without a zone or year until one is assumed, and says everything that is missing', () => {
    expect(read('2014-05-01 10:00:00')).toBe('no_time_zone')
    expect(read('2014-05-01')).toBe('no_time_zone')
    expect(read('11 May, 09:44', { timeZone: 'UTC' })).toBe('no_year')
    expect(read('11 May, 09:44', { assumeYear: 2015 })).toBe('no_time_zone')
    expect(read('11 May, 09:44', { assumeYear: 2015, timeZone: 'Europe/Dublin' })).toBe(
      '2015-05-11T08:44:00.000Z',
    )
    expect(parseTimestamp('11 May, 09:44', timeRules({ now }))).toEqual({
      code: 'no_year',
      message: '"11 May, 09:44" has no year, and no time zone: choose both (assumeYear, timeZone).',
    })
  })

  it('guesses no order of day and month', () => {
    expect(read('05/01/2014 10:00', { timeZone: 'UTC' })).toBe('ambiguous_date')
    expect(read('05/01/2014', { timeZone: 'UTC', dateOrder: 'day-first' })).toBe('2014-01-05T00:00:00.000Z')
    expect(read('05/01/2014', { timeZone: 'UTC', dateOrder: 'month-first' })).toBe('2014-05-01T00:00:00.000Z')
    expect(read('25/01/2014', { timeZone: 'UTC' })).toBe('2014-01-25T00:00:00.000Z')
    expect(read('25/01/2014', { timeZone: 'UTC', dateOrder: 'month-first' })).toBe('bad_timestamp')
  })

  it('takes the offset before the change where clocks are put forward or back', () => {
    const timeZone = 'Europe/Berlin'
    expect(read('2023-03-26 02:30', { timeZone })).toBe('2023-03-26T01:30:00.000Z')
    expect(read('2023-10-29 02:30', { timeZone })).toBe('2023-10-29T00:30:00.000Z')
    expect(read('2023-10-29 03:00', { timeZone })).toBe('2023-10-29T02:00:00.000Z')
    expect(read('2014-05-01 10:00', { timeZone: 'Asia/Kathmandu' })).toBe('2014-05-01T04:15:00.000Z')
  })

  it('refuses the future beyond a day, and nonsense', () => {
    expect(read('2026-01-01T23:00:00Z')).toBe('2026-01-01T23:00:00.000Z')
    expect(read('2026-01-02T01:00:00Z')).toBe('in_future')
    for (const nonsense of [
      '',
      'yesterday',
      '2014-02-30T10:00:00Z',
      '2014-13-01',
      '25:00',
      12,
      null,
      {},
      '0001-01-01T00:00:00Z',
    ])
      expect(read(nonsense, { timeZone: 'UTC' })).toBe('bad_timestamp')
    expect(read('29 Feb, 10:00', { timeZone: 'UTC', assumeYear: 2015 })).toBe('bad_timestamp')
  })
})
