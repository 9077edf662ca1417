import { expect, it } from 'vitest'
import { orderedActions } from './ordered-actions'

it('b at 5, a at 5, c at 3, a at 5 again: c, a, b', () => {
  const given = [
    { id: 'b', at: 5 },
    { id: 'a', at: 5 },
    { id: 'c', at: 3 },
    { id: 'a', at: 5 },
  ]
  expect(orderedActions(given).map(({ id }) => id)).toEqual(['c', 'a', 'b'])
  expect(given.map(({ id }) => id)).toEqual(['b', 'a', 'c', 'a'])
})

it('of two instants under one id the earlier stands', () => {
  expect(
    orderedActions([
      { id: 'a', at: 5 },
      { id: 'a', at: 4 },
    ]),
  ).toEqual([{ id: 'a', at: 4 }])
})
