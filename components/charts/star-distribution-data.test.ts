import { expect, test } from 'vitest'
import { textOf, valueOf } from './chart-data'
import { starDistributionData } from './star-distribution-data'

const cuts = [2, 3, 5, 9]

test('a row per star with the scores that make it, contacts and share', () => {
  const { columns, rows } = starDistributionData([1, 3, 0, 0, 0], cuts)
  expect(columns.map(({ name }) => name)).toEqual(['Stars', 'Score', 'Contacts', 'Share'])
  expect(rows.slice(0, 2).map((row) => row.map(textOf))).toEqual([
    ['1★', 'below 2', '1', '25.0%'],
    ['2★', '2 to 3', '3', '75.0%'],
  ])
  expect(rows[1]?.map(valueOf)).toEqual([2, '2 to 3', 3, 0.75])
})

test('what it is compared with stands beside it', () => {
  const { columns, rows } = starDistributionData([0, 1, 0, 0, 0], cuts, {
    name: 'published',
    stars: [1, 0, 0, 0, 0],
  })
  expect(columns.at(-1)?.name).toBe('Contacts, published')
  expect(rows.map((row) => valueOf(row.at(-1) ?? ''))).toEqual([1, 0, 0, 0, 0])
})

test('without contacts there is no share', () => {
  const { rows } = starDistributionData([0, 0, 0, 0, 0], cuts)
  expect(rows.map((row) => textOf(row[3] ?? ''))).toEqual(['–', '–', '–', '–', '–'])
})
