import { expect, test } from 'vitest'
import { comparedWith } from './compared-with'

const day = (text: string) => new Date(`${text}T00:00:00Z`)

test('a score is compared with the newest point that is four weeks older', () => {
  const points = ['2026-01-26', '2026-02-02', '2026-02-09', '2026-03-02'].map(day)
  expect(comparedWith(points, day('2026-03-02'))).toEqual(day('2026-02-02'))
})

test('an hour lost to summer time does not make four weeks five', () => {
  const points = [new Date('2026-03-01T23:00:00Z'), new Date('2026-03-08T23:00:00Z')]
  expect(comparedWith(points, new Date('2026-03-29T22:00:00Z'))).toEqual(points[0])
})

test('where everything is younger it is compared with the oldest, and alone with nothing', () => {
  expect(comparedWith([day('2026-02-23'), day('2026-02-16')], day('2026-03-02'))).toEqual(day('2026-02-16'))
  expect(comparedWith([day('2026-03-02')], day('2026-03-02'))).toBeUndefined()
})
