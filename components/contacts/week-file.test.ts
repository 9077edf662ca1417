import { expect, test } from 'vitest'
import { matrixFile, starMoversFile } from './week-file'

test('the matrix is a row per pair of stars', () => {
  const matrix = [1, 2, 3, 4, 5].map((row) => [row, 0, 0, 0, 0])
  const { rows } = matrixFile({ matrix })
  expect(rows).toHaveLength(25)
  expect(rows.slice(0, 2)).toEqual([
    [1, 1, 1],
    [1, 2, 0],
  ])
  expect(rows[20]).toEqual([5, 1, 5])
})

test('a mover has the scores and stars of both sides, and what caused it', () => {
  const { columns, rows } = starMoversFile({
    since: '2026-03-02T00:00:00Z',
    movers: [
      {
        personId: 'u-1',
        email: null,
        name: null,
        before: { score: 4.9, stars: 3 },
        after: { score: 1.59, stars: 1 },
        cause: 'hard bounce, 16 Dec 2025',
      },
    ],
  })
  expect(rows).toEqual([['u-1', '', '', 4.9, 1.59, 3, 1, 'hard bounce, 16 Dec 2025', '2026-03-02T00:00:00Z']])
  expect(columns).toHaveLength(rows[0]?.length ?? 0)
})
