import { expect, test } from 'vitest'
import { tierAscent, tierMoves } from './tier-ascent'

const tiers = (...from: [string, number][]) => from.map(([key, from]) => ({ key, from }))

test('with the same keys the position says which way somebody goes, wherever the cuts are', () => {
  const move = tierAscent(tiers(['a', 0], ['b', 20], ['c', 80]), tiers(['a', 0], ['b', 60], ['c', 90]))
  expect([move(0, 0), move(1, 1), move(1, 2), move(2, 0)]).toEqual([0, 0, 1, -1])
})

test('with other keys it is where the tiers begin', () => {
  const move = tierAscent(
    tiers(['a', 0], ['b', 20], ['c', 80]),
    tiers(['a', 0], ['x', 20], ['y', 50], ['z', 90]),
  )
  expect([move(1, 1), move(2, 2), move(1, 2), move(2, 3)]).toEqual([0, -1, 1, 1])
})

const numbered = (...froms: number[]) => froms.map((from, place) => ({ key: `t${place}`, from }))

test('the same tiers are compared by their place, wherever they begin', () => {
  const matrix = [
    [5, 2, 1],
    [3, 40, 7],
    [0, 4, 30],
  ]
  expect(tierMoves(numbered(0, 20, 80), numbered(0, 30, 90), matrix)).toEqual({
    n: 92,
    up: 10,
    down: 7,
    same: 75,
  })
})

test('other tiers are compared by where they begin', () => {
  const matrix = [
    [5, 2, 1, 0],
    [3, 40, 7, 1],
    [0, 4, 30, 2],
  ]
  expect(tierMoves(numbered(0, 20, 80), numbered(0, 20, 60, 80), matrix)).toEqual({
    n: 95,
    up: 2 + 1 + 0 + 7 + 1,
    down: 3 + 0 + 4 + 30,
    same: 5 + 40 + 2,
  })
})

test('what stands behind the tiers in a matrix is no move', () => {
  const matrix = [
    [1, 2, 9],
    [4, 8, 9],
    [9, 9, 9],
  ]
  expect(tierMoves(numbered(0, 50), numbered(0, 50), matrix)).toEqual({ n: 15, up: 2, down: 4, same: 9 })
})
