import { expect, test } from 'vitest'
import { tierMoves } from './tier-moves'

const tiers = (...froms: number[]) => froms.map((from, place) => ({ key: `t${place}`, from }))

test('the same tiers are compared by their place, wherever they begin', () => {
  const matrix = [
    [5, 2, 1],
    [3, 40, 7],
    [0, 4, 30],
  ]
  expect(tierMoves(tiers(0, 20, 80), tiers(0, 30, 90), matrix)).toEqual({ n: 92, up: 10, down: 7, same: 75 })
})

test('other tiers are compared by where they begin', () => {
  const matrix = [
    [5, 2, 1, 0],
    [3, 40, 7, 1],
    [0, 4, 30, 2],
  ]
  expect(tierMoves(tiers(0, 20, 80), tiers(0, 20, 60, 80), matrix)).toEqual({
    n: 95,
    up: 2 + 1 + 0 + 7 + 1,
    down: 3 + 0 + 4 + 30,
    same: 5 + 40 + 2,
  })
})
