import { describe, expect, test } from 'vitest'
import type { Behavior } from '@/lib/scoring/engagement/document'
import { modelOf } from '@/lib/scoring/engagement/testing'
import { behaviorHow, scoreInWords } from './score-words'

type Written = Parameters<typeof modelOf>[0][number]

function how(written: Written, told: Partial<Parameters<typeof behaviorHow>[1]> = {}): string {
  const behavior = modelOf([written]).behaviors[0] as Behavior
  const usual = { key: 'b0', n: 6, capped: false, counted: 6, weight: 1, term: 6, events: 6, days: 4, newestAge: 5, oldestAge: 20 } // prettier-ignore
  return behaviorHow(behavior, { ...usual, ...told })
}

describe('how events became a number', () => {
  test('is said by measure, kernel, cap and curve', () => {
    expect(how({})).toBe('6 times')
    expect(how({ kernel: { type: 'half-life', days: 14 } })).toBe('6 times, aged by half-life 14 days')
    expect(how({ measure: { type: 'days' }, cap: 3 }, { capped: true })).toBe('on 4 days, cut at 3')
    expect(how({ curve: { type: 'log' } }, { n: 4, events: 4 })).toBe('4 times, log(1 + 4)')
    expect(how({ curve: { type: 'saturating', k: 2 } })).toBe('6 times, 6 / (6 + 2)')
    expect(how({ measure: { type: 'once' } }, { events: 1 })).toBe('once, last 5 days ago')
    expect(how({ measure: { type: 'first' } })).toBe('for the first time ever')
    expect(how({ measure: { type: 'first' } }, { n: 0 })).toBe('not for the first time')
    expect(how({ measure: { type: 'sum', property: 'price' } })).toBe('sum of price over 6 events')
    expect(how({}, { n: 0, events: 0 })).toBe('none')
    expect(how({ enabled: false })).toBe('not counted')
  })
})

const place = { stages: ['established'], below: 2660, equal: 0, n: 3068, score: 86.7014 }
const explained = {
  method: 'percentile' as const,
  raw: 56.88,
  zero: false,
  among: false,
  hi: null,
  place,
  blend: null,
  score: 86.7014,
  day: new Date('2026-01-12T00:00:00Z'),
  timeZone: 'UTC',
}

describe('from raw to score', () => {
  test('is a rank among people', () => {
    expect(scoreInWords(explained)).toBe(
      '2,660 of 3,068 established people of 12 Jan 2026 had less, none the same: 100 × 2,660 / 3,068 = 86.7.',
    )
    expect(scoreInWords({ ...explained, among: true, place: { ...place, equal: 5 } })).toContain(
      'had less, 4 the same: 100 × (2,660 + 5/2) / 3,068',
    )
  })

  test('is a share of the highest, a blend, or nothing', () => {
    expect(scoreInWords({ ...explained, method: 'min-max', hi: 60, score: 94.8 })).toBe(
      '100 × 56.88 / 60.00, what counts as the highest, from 0 to 100 = 94.8.',
    )
    const young = { ...place, stages: ['new'], score: 90 }
    expect(scoreInWords({ ...explained, score: 88, blend: { boundary: 30, lambda: 0.4, young, old: { ...place, score: 85 } } })).toBe('Near 30 days both stages have a say: 90.0 among new × 0.60 + 85.0 among established × 0.40 = 88.0.') // prettier-ignore
    expect(scoreInWords({ ...explained, zero: true })).toBe('A raw score of at most 0 scores 0.')
  })
})
