import { describe, expect, it } from 'vitest'
import { formatBytes } from './bytes'
import { formatDuration } from './duration'
import { formatClock, formatDay, formatExactInstant, formatInstant, formatShortDay } from './instant'
import { formatCompact, formatNumber, formatPlain, formatScore } from './number'
import { formatPercent, formatShare } from './percent'
import { plural } from './plural'
import { formatRelative } from './relative-time'
import { formatSigned, formatSignedPercent } from './signed'

describe('numbers', () => {
  it('groups thousands and rounds to the asked decimals', () => {
    expect(formatNumber(226334)).toBe('226,334')
    expect(formatNumber(1234.56, 1)).toBe('1,234.6')
    expect(formatScore(50)).toBe('50.0')
  })
  it('writes a true minus, and none before what rounds to zero', () => {
    expect(formatNumber(-38)).toBe('−38')
    expect(formatNumber(-0.04, 1)).toBe('0.0')
  })
  it('shows a dash for what is missing', () => {
    expect(formatNumber(null)).toBe('–')
    expect(formatNumber(undefined, 1)).toBe('–')
    expect(formatNumber(Number.NaN)).toBe('–')
    expect(formatPercent(null)).toBe('–')
    expect(formatSigned(null)).toBe('–')
  })
  it('writes plain values with no more decimals than they need', () => {
    expect(formatPlain(20)).toBe('20')
    expect(formatPlain(22.5)).toBe('22.5')
    expect(formatPlain(-0.25)).toBe('−0.25')
  })
  it('shortens big counts', () => {
    expect(formatCompact(950)).toBe('950')
    expect(formatCompact(1234)).toBe('1.2K')
    expect(formatCompact(226334)).toBe('226.3K')
    expect(formatCompact(-1_500_000)).toBe('−1.5M')
  })
})

describe('percentages', () => {
  it('have one decimal', () => {
    expect(formatPercent(963 / 3412)).toBe('28.2%')
    expect(formatPercent(0)).toBe('0.0%')
    expect(formatPercent(1)).toBe('100.0%')
    expect(formatPercent(1, 0)).toBe('100%')
    expect(formatPercent(-0.027)).toBe('−2.7%')
  })
  it('never call a little nothing or almost all everything', () => {
    expect(formatPercent(0.0001)).toBe('<0.1%')
    expect(formatPercent(0.9999)).toBe('>99.9%')
    expect(formatPercent(0.004, 0)).toBe('<1%')
  })
  it('of an empty whole are a dash', () => {
    expect(formatShare(629, 3412)).toBe('18.4%')
    expect(formatShare(0, 0)).toBe('–')
  })
})

describe('changes', () => {
  it('carry their sign, but zero has none', () => {
    expect(formatSigned(137)).toBe('+137')
    expect(formatSigned(-2.7, 1)).toBe('−2.7')
    expect(formatSigned(0)).toBe('0')
    expect(formatSigned(0.04, 1)).toBe('0.0')
    expect(formatSignedPercent(0.125)).toBe('+12.5%')
  })
})

describe('instants', () => {
  const midnight = new Date('2026-03-02T00:00:00Z')
  it('are written with their zone', () => {
    expect(formatInstant(midnight)).toBe('2 Mar 2026, 00:00 UTC')
    expect(formatInstant(midnight, 'Europe/Berlin')).toBe('2 Mar 2026, 01:00 UTC+1')
    expect(formatInstant(midnight, 'America/St_Johns')).toBe('1 Mar 2026, 20:30 UTC−3:30')
    expect(formatExactInstant(midnight.getTime() + 5120)).toBe('2 Mar 2026, 00:00:05.120 UTC')
  })
  it('fall on the local day of their zone', () => {
    expect(formatDay(midnight, 'America/New_York')).toBe('1 Mar 2026')
    expect(formatShortDay(midnight)).toBe('2 Mar')
    expect(formatClock('2026-02-27T16:03:00Z')).toBe('16:03')
    expect(formatDay('2025-09-09')).toBe('9 Sep 2025')
  })
  it('that are not instants are a dash', () => {
    expect(formatInstant('soon')).toBe('–')
    expect(formatDay(new Date(Number.NaN))).toBe('–')
  })
  it('are near or far from now', () => {
    const now = midnight.getTime()
    expect(formatRelative(now - 20_000, now)).toBe('just now')
    expect(formatRelative(now - 3 * 60_000, now)).toBe('3 minutes ago')
    expect(formatRelative(now - 3_600_000, now)).toBe('1 hour ago')
    expect(formatRelative(now - 49 * 86_400_000, now)).toBe('1 month ago')
    expect(formatRelative(now + 2 * 86_400_000, now)).toBe('in 2 days')
  })
})

describe('durations, sizes and counts', () => {
  it('durations use at most two units', () => {
    expect(formatDuration(850)).toBe('850 ms')
    expect(formatDuration(4200)).toBe('4.2 s')
    expect(formatDuration(9000)).toBe('9 s')
    expect(formatDuration(95_000)).toBe('1 min 35 s')
    expect(formatDuration(3_600_000)).toBe('1 h')
    expect(formatDuration(90_061_000)).toBe('1 d 1 h')
    expect(formatDuration(59_999)).toBe('1 min')
  })
  it('sizes are decimal', () => {
    expect(formatBytes(512)).toBe('512 B')
    expect(formatBytes(18_400_000)).toBe('18.4 MB')
    expect(formatBytes(999_999)).toBe('1.0 MB')
  })
  it('nouns agree with their count', () => {
    expect(plural(1, 'person', 'people')).toBe('1 person')
    expect(plural(3412, 'person', 'people')).toBe('3,412 people')
    expect(plural(0, 'event')).toBe('0 events')
  })
})
