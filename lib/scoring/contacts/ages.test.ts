import { expect, test } from 'vitest'
import { agesOf } from './ages'
import { AS_OF, HOUR } from './testing'

const actions = [36, 12, 0].map((hours) => ({ at: AS_OF - hours * HOUR }))

test('36 hours, 12 hours and no time ago: by position 3, 2, 1; by day 2.5, 1.5, 1', () => {
  expect(agesOf(actions, { type: 'position' }, AS_OF)).toEqual([3, 2, 1])
  expect(agesOf(actions, { type: 'time', unit: 'day' }, AS_OF)).toEqual([2.5, 1.5, 1])
  expect(agesOf(actions, { type: 'time', unit: 'hour' }, AS_OF)).toEqual([37, 13, 1])
  expect(agesOf(actions, { type: 'time', unit: 'week' }, AS_OF)[0]).toBeCloseTo(1 + 36 / 168, 12)
})

test('an action later than the instant is new', () => {
  expect(agesOf([{ at: AS_OF + HOUR }], { type: 'time', unit: 'day' }, AS_OF)).toEqual([1])
})
