import { expect, test } from 'vitest'
import { toCsv } from '@/components/charts/to-csv'
import type { Movers } from '@/lib/engagement/client'
import { moversFile } from './movers-file'

test('a mover is a line with both scores, places and dates, and no cell a spreadsheet would run', () => {
  const movers = {
    version: 7,
    from: '2026-02-02T00:00:00.000Z',
    to: '2026-03-02T00:00:00.000Z',
    items: [
      {
        personId: '=cmd',
        email: null,
        name: null,
        account: 'Northwind, Inc.',
        before: 81.9,
        after: 17.2,
        change: -64.7,
        tierBefore: 'power',
        tierAfter: 'at-risk',
        stageBefore: 'established',
        stageAfter: 'established',
        history: [],
        reason: null,
      },
    ],
  } as unknown as Movers
  const [, line] = toCsv(moversFile(movers)).split('\r\n')
  expect(line).toBe(
    `'=cmd,,,"Northwind, Inc.",81.9,17.2,-64.7,power,at-risk,established,established,,2026-02-02T00:00:00.000Z,2026-03-02T00:00:00.000Z,7`,
  )
})
