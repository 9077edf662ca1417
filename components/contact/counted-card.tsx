'use client'
import { useState } from 'react'
import type { ChartData } from '@/components/charts/chart-data'
import { CsvButton } from '@/components/charts/csv-button'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Card, CardFooter, CardHeader, CardTable } from '@/components/ui/card'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import { formatInstant } from '@/lib/format/instant'
import { formatNumber } from '@/lib/format/number'
import { plural } from '@/lib/format/plural'
import type { ContactDocument } from '@/lib/scoring/contacts/document'
import { CountedRowView } from './counted-row'
import { countedCaption, countedTable, DIGITS, type CountedTable } from './counted-rows'
import type { RatedContact } from './rated-contact'
import { ShareBarCell } from './share-bar-cell'

/** Characters of a formula and its result that fit on one line. */
const SHORT = 11

/** Rows at first; a newsletter of years has hundreds. */
const FIRST = 30

type Props = { rated: RatedContact; model: ContactDocument; zone: string; name: string }

/** Every action that counts and what it still adds: the printed parts sum to the printed score. */
export function CountedCard({ rated, model, zone, name }: Props) {
  const [all, setAll] = useState(false)
  const rating = rated.tried
  const stored = new Set(rated.now.counted.map(({ id }) => id))
  const trying = rated.steps.length > 0
  const table = countedTable(rating, model, all ? Infinity : FIRST)
  const inline = table.rows.every(
    ({ formula, divisor }) => !formula || `${formula}${divisor}`.length <= SHORT,
  )
  return (
    <Card aria-labelledby="counted">
      <CardHeader
        id="counted"
        title={
          <>
            Counted actions{' '}
            {trying && <Badge tone="accent">with {plural(rated.steps.length, 'tried action')}</Badge>}
          </>
        }
        caption={countedCaption(model)}
        tools={<CsvButton data={fileOf(countedTable(rating, model), zone)} fileName="counted-actions" />}
      />
      <CardTable>
        <Table label={`Actions that count for ${name}`}>
          <thead>
            <tr>
              <Th>Action, newest first</Th>
              <Th>Date</Th>
              <Th numeric>Age</Th>
              <Th numeric>Points</Th>
              <Th numeric>Aged worth</Th>
              <Th numeric>Divisor</Th>
              <Th numeric>Adds</Th>
              <Th className="w-[18%]">
                <span className="sr-only">What it adds, as a bar</span>
              </Th>
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row) => (
              <CountedRowView
                key={row.id}
                row={row}
                zone={zone}
                tried={!stored.has(row.id)}
                inline={inline}
              />
            ))}
            {table.older && (
              <Tr>
                <Th scope="row" colSpan={6} className="text-ink-2">
                  {plural(table.older.count, 'older action')}
                </Th>
                <Td numeric>{formatNumber(table.older.adds, DIGITS)}</Td>
                <Td>
                  <ShareBarCell share={table.older.share} />
                </Td>
              </Tr>
            )}
            {table.floor && (
              <Tr>
                <Th scope="row" colSpan={6} className="max-md:whitespace-normal">
                  Floor
                  <span className="block text-xs text-ink-3">{table.floor.words}</span>
                </Th>
                <Td numeric className="font-semibold">
                  {formatNumber(table.floor.adds, DIGITS)}
                </Td>
                <Td>
                  <ShareBarCell share={table.floor.share} />
                </Td>
              </Tr>
            )}
            <Tr total>
              <Th scope="row" colSpan={6}>
                Score
              </Th>
              <Td numeric>{formatNumber(table.score, DIGITS)}</Td>
              <Td />
            </Tr>
          </tbody>
        </Table>
      </CardTable>
      {(table.older || (all && rating.counted.length > FIRST)) && (
        <CardFooter>
          <Button onClick={() => setAll(!all)}>
            {all ? `Show the newest ${FIRST}` : `Show all ${formatNumber(rating.counted.length)}`}
          </Button>
        </CardFooter>
      )}
    </Card>
  )
}

function fileOf({ rows, floor, score }: CountedTable, zone: string): ChartData {
  return {
    columns: [
      { name: 'Action' },
      { name: 'When' },
      { name: 'Message' },
      { name: 'Campaign' },
      { name: 'Age', numeric: true },
      { name: 'Points', numeric: true },
      { name: 'Severity', numeric: true },
      { name: 'Aged worth', numeric: true },
      { name: 'Divisor', numeric: true },
      { name: 'Adds', numeric: true },
    ],
    rows: [
      ...rows.map(({ name, at, adds, part }) => [
        name,
        formatInstant(at, zone),
        part.messageId ?? '',
        part.campaignId ?? '',
        part.age,
        part.points ?? '',
        part.severity ?? '',
        part.worth,
        part.divisor,
        adds ?? '',
      ]),
      ...(floor ? [['Floor', '', '', '', '', '', '', '', '', floor.adds]] : []),
      ['Score', '', '', '', '', '', '', '', '', score],
    ],
  }
}
