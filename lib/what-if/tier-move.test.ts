import { expect, test } from 'vitest'
import { tierMove } from './tier-move'

const tiers = (...from: [string, number][]) =>
  from.map(([key, from]) => ({ key, name: key, from, colour: null, strategy: null }))

test('with the same keys the position says which way somebody goes, wherever the cuts are', () => {
  const move = tierMove(tiers(['a', 0], ['b', 20], ['c', 80]), tiers(['a', 0], ['b', 60], ['c', 90]))
  expect([move(0, 0), move(1, 1), move(1, 2), move(2, 0)]).toEqual([0, 0, 1, -1])
})

test('with other keys it is where the tiers begin', () => {
  const move = tierMove(
    tiers(['a', 0], ['b', 20], ['c', 80]),
    tiers(['a', 0], ['x', 20], ['y', 50], ['z', 90]),
  )
  expect([move(1, 1), move(2, 2), move(1, 2), move(2, 3)]).toEqual([0, -1, 1, 1])
})
