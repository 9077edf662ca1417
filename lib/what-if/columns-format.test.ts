import { expect, test } from 'vitest'
import { parseEngagementDocument } from '@/lib/scoring/engagement/document'
import { type Columns, decodeColumns, encodeColumns } from './columns-format'

const parsed = parseEngagementDocument({
  kind: 'engagement',
  name: 'Ünïcode — model',
  behaviors: [{ key: 'login', match: { events: ['login'] }, weight: 1 }],
})
if (!parsed.ok) throw new Error(parsed.message)
const { document } = parsed

const floats = (...values: number[]) => Float64Array.from(values)
const population = {
  size: 3,
  states: Uint8Array.of(0, 5, 3),
  tenures: floats(0.1, 4, 1e6 + 0.3),
  counts: new Map([
    ['small', floats(0, 1, 255)],
    ['larger', floats(0, 300, 65_535)],
    ['large', floats(0, 65_536, 2 ** 24)],
    ['huge', floats(0, 2 ** 24 + 1, 2 ** 53)],
    ['halves', floats(0.5, 0.25, 1024.5)],
    ['fractions', floats(0.1, 1 / 3, 2e-300)],
    ['negative', floats(-1, -0, 2)],
    ['not all', floats(NaN, 1, Infinity)],
  ]),
}

const columns: Columns = {
  population,
  live: {
    version: 4,
    document,
    scores: floats(12.5, NaN, 99.9),
    tiers: Int8Array.of(1, -1, 2),
    counts: new Map([
      ['small', population.counts.get('small') ?? floats()],
      ['other', floats(1, 2, 3)],
    ]),
  },
}

test('columns come back exactly as they went, whatever their numbers are', () => {
  expect(decodeColumns(encodeColumns(columns).buffer)).toEqual(columns)
  const alone = { population, live: null }
  expect(decodeColumns(encodeColumns(alone).buffer)).toEqual(alone)
})

test('nobody at all is a population too', () => {
  const nobody: Columns = {
    population: { size: 0, states: new Uint8Array(0), tenures: floats(), counts: new Map([['a', floats()]]) },
    live: null,
  }
  expect(decodeColumns(encodeColumns(nobody).buffer)).toEqual(nobody)
})

test('small whole numbers take a byte each, and what the live run shares with the population is sent once', () => {
  const size = 10_000
  const counts = new Map([['a', new Float64Array(size).fill(7)]])
  const many: Columns = {
    population: { size, states: new Uint8Array(size), tenures: new Float64Array(size), counts },
    live: null,
  }
  const alone = encodeColumns(many).length
  expect(alone).toBeLessThan(size * 10 + 500)
  const live = { version: 1, document, scores: new Float64Array(size), tiers: new Int8Array(size), counts }
  expect(encodeColumns({ ...many, live }).length).toBeLessThan(alone + size * 2 + 3000)
})
