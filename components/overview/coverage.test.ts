import { expect, test } from 'vitest'
import { coverageOf } from './coverage'

test('everybody is told once: those with a score first, then the largest state', () => {
  const { rows, total } = coverageOf({ scored: 3412, 'not-yet-seen': 12, dormant: 1634 }, 90)
  expect(rows.map(({ name, people }) => [name, people])).toEqual([
    ['Scored', 3412],
    ['Dormant', 1634],
    ['Not yet seen', 12],
    ['Unknown', 0],
    ['Excluded', 0],
    ['Grace', 0],
  ])
  expect(total).toBe(5058)
  expect(rows[1]?.reason).toBe('active before, not in the last 90 days')
})
