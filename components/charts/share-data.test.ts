import { expect, test } from 'vitest'
import { shareData, shareFile } from './share-data'
import { textOf } from './chart-data'
import { toCsv } from './to-csv'

const points = [
  { at: Date.parse('2026-02-23T00:00:00Z'), n: 8, people: [2, 6] },
  { at: Date.parse('2026-03-02T00:00:00Z'), n: 0, people: [0, 0] },
]

const names = ['Low', 'High']

test('a week is a row with people and share of each part; without a whole there is no share', () => {
  const { columns, rows } = shareData(names, points, 'UTC')
  expect(columns.map(({ name }) => name)).toEqual(['Week', 'Low', 'High', 'n'])
  expect(rows.map((row) => row.map(textOf))).toEqual([
    ['23 Feb 2026', '2 · 25.0%', '6 · 75.0%', '8'],
    ['2 Mar 2026', '0 · –', '0 · –', '0'],
  ])
})

test('a file has people and shares in columns of their own', () => {
  expect(toCsv(shareFile(names, points, 'people')).split('\r\n')).toEqual([
    'week,"Low, people","Low, share","High, people","High, share",n',
    '2026-02-23T00:00:00.000Z,2,0.25,6,0.75,8',
    '2026-03-02T00:00:00.000Z,0,,0,,0',
    '',
  ])
})
