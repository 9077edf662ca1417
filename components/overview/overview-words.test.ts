import { expect, test } from 'vitest'
import { medianChange, pointsInWords, scaleInWords, sinceInWords, tierChange } from './overview-words'

const percentile = { method: 'percentile', zeros: 'bottom', winsor: 0.99, reference: { type: 'frozen' } }
const stages = { ownBaseline: true, stages: [{ key: 'new', untilDay: 30 }, { key: 'established' }] }

const scale = (normalisation: object, lifecycle: object = { ...stages, ownBaseline: false }) =>
  scaleInWords({ normalisation, lifecycle } as never, '2026-01-12T00:00:00Z', 'UTC')

test('a change of a share is told in points, up, down or not at all', () => {
  expect(pointsInWords(0.282, 0.249)).toBe('up 3.3 points')
  expect(pointsInWords(0.184, 0.191)).toBe('down 0.7 points')
  expect(pointsInWords(0.2504, 0.25)).toBe('unchanged')
})

test('whole weeks are told as such, also over a change of clocks, anything else by its day', () => {
  expect(sinceInWords('2026-02-02T00:00:00Z', '2026-03-02T00:00:00Z', 'UTC')).toBe('in four weeks')
  expect(sinceInWords('2026-03-09T05:00:00Z', '2026-04-06T04:00:00Z', 'America/New_York')).toBe(
    'in four weeks',
  )
  expect(sinceInWords('2026-02-02T00:00:00Z', '2026-03-05T00:00:00Z', 'UTC')).toBe('since 2 Feb 2026')
})

test('a tier tells its change in people and in points', () => {
  expect(tierChange(137, 0.0331)).toBe('+137 people · +3.3 points')
  expect(tierChange(-1, -0.007)).toBe('−1 person · −0.7 points')
  expect(tierChange(0, 0)).toBe('0 people · 0.0 points')
})

test('a median tells its change as a share of what it was', () => {
  expect(medianChange(28.125, 25, '12 Jan')).toBe('+12.5% against 25.0 on 12 Jan')
  expect(medianChange(3, 0, '12 Jan')).toBe('0.0 on 12 Jan before')
})

test('the caption says what a score is compared with, and when', () => {
  expect(scale(percentile)).toBe(
    'Scores are percentiles of the people active on 12 Jan 2026, 0 to 100, higher is better.',
  )
  expect(scale({ ...percentile, reference: { type: 'rolling' } }, stages)).toBe(
    'Scores are percentiles of the people of the same stage active on the same day, 0 to 100, higher is better.',
  )
  expect(scale({ ...percentile, method: 'log-min-max' })).toBe(
    'Scores are raw scores scaled to 0 to 100, on a logarithmic scale: 100 is what 99% of the people active on 12 Jan 2026 do not exceed; higher is better.',
  )
})
