'use client'
import { useState } from 'react'
import type { ChartData } from '@/components/charts/chart-data'
import { CsvButton } from '@/components/charts/csv-button'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Card, CardFooter, CardHeader, CardTable } from '@/components/ui/card'
import { Table, Th } from '@/components/ui/table'
import { formatInstant } from '@/lib/format/instant'
import { formatNumber } from '@/lib/format/number'
import { plural } from '@/lib/format/plural'
import type { ContactDocument } from '@/lib/scoring/contacts/document'
import { CountedRowView } from './counted-row'
import { countedCaption, countedTable, type CountedTable } from './counted-rows'
import type { RatedContact } from './rated-contact'
import { SumRow } from './sum-row'

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
              <Th numeric className="md:hidden">
                Adds
              </Th>
              <Th className="max-md:hidden">Date</Th>
              <Th numeric>Age</Th>
              <Th numeric>Points</Th>
              <Th numeric>Aged worth</Th>
              <Th numeric>Divisor</Th>
              <Th numeric className="max-md:hidden">
                Adds
              </Th>
              <Th className="w-[18%] max-md:hidden">
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
              <SumRow adds={table.older.adds} share={table.older.share}>
                <span className="text-ink-2">{plural(table.older.count, 'older action')}</span>
              </SumRow>
            )}
            {table.floor && (
              <SumRow adds={table.floor.adds} share={table.floor.share} strong>
                Floor
                <span className="block text-xs text-ink-3">{table.floor.words}</span>
              </SumRow>
            )}
            <SumRow adds={table.score} total>
              Score
            </SumRow>
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
