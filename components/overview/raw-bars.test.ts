import { expect, test } from 'vitest'
import { rawBars } from './raw-bars'

test('bins of a width are bars from 0 on', () => {
  expect(rawBars({ width: 0.1, counts: [4, 0, 1, 2] })).toEqual([
    { from: 0, to: 0.1, count: 4 },
    { from: 0.1, to: 0.2, count: 0 },
    { from: 0.2, to: 0.3, count: 1 },
    { from: 0.3, to: 0.4, count: 2 },
  ])
})
