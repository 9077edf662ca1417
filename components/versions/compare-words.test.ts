import { expect, test } from 'vitest'
import type { Comparison } from '@/lib/models/client'
import { answerOf, gainedAndLost, tierRows } from './compare-words'

type Side = Comparison['to']

const side = (version: number, people: Record<string, number>): Side => ({
  version,
  publishedAt: '2026-03-02T00:00:00Z',
  publishedBy: 'ada@example.com',
  note: '',
  scores: {
    n: 100,
    zeros: 0,
    bins: [],
    medianRaw: null,
    zeroShare: null,
    reference: 'rolling',
    referenceAsOf: '2026-03-02T00:00:00Z',
    tiers: Object.entries(people).map(([key, count], index) => ({
      key,
      name: key,
      from: index * 20,
      colour: null,
      strategy: null,
      people: count,
    })),
  },
})

const place = (key: string, kind: 'tier' | 'state') => ({ key, kind, name: key, people: 0 })
const places = [place('low', 'tier'), place('high', 'tier'), place('dormant', 'state')]
const moves = (up: number, down: number, matrix: number[][] = []) => ({
  n: 3412,
  up,
  down,
  same: 3412 - up - down,
  rows: places,
  columns: places,
  matrix,
  movers: { up: [], down: [] },
})

test('the answer says how many change tier, which way, and what becomes of the highest tier', () => {
  const [from, to] = [side(7, { Low: 40, Power: 963 }), side(8, { Low: 60, Power: 851 })]
  expect(answerOf({ from, to }, moves(43, 189))).toEqual({
    claim: 'v8 moves 232 of 3,412 people to another tier compared with v7',
    rest: ': 43 up and 189 down. Power goes from 963 to 851.',
  })
  expect(answerOf({ from, to: side(8, { Champions: 851 }) }, moves(0, 0))).toEqual({
    claim: 'v8 moves nobody to another tier compared with v7',
    rest: '.',
  })
})

test('tiers of either version are listed, highest first, those that are gone at the end', () => {
  const rows = tierRows(side(7, { Low: 40, Mid: 9, Power: 51 }), side(8, { Low: 60, Power: 30, Top: 10 }))
  expect(rows.map(({ key, before, after }) => [key, before, after])).toEqual([
    ['Top', null, 10],
    ['Power', 51, 30],
    ['Low', 40, 60],
    ['Mid', 9, null],
  ])
})

test('who has a score under one version only is counted apart', () => {
  const matrix = [
    [5, 1, 2],
    [0, 7, 3],
    [4, 0, 9],
  ]
  expect(gainedAndLost(moves(1, 0, matrix))).toEqual({ gained: 4, lost: 5 })
})
