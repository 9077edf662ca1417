'use client'
import type { ChartData } from '@/components/charts/chart-data'
import { CsvButton } from '@/components/charts/csv-button'
import { WaterfallBar } from '@/components/charts/waterfall-bar'
import { Card, CardBody, CardHeader, CardTable } from '@/components/ui/card'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import { formatDay, formatShortDay } from '@/lib/format/instant'
import { formatNumber, formatPlain } from '@/lib/format/number'
import { printedParts } from '@/lib/format/printed-parts'
import type { Explanation } from '@/lib/people/client'
import { RawToScore } from './raw-to-score'

type Score = NonNullable<Explanation['score']>
type Props = { explanation: Explanation; score: Score; zone: string; name: string }

type Row = {
  key: string
  name: string
  how: string
  counted: number | null
  weight: number | null
  term: number
}

/** Terms by size, largest first, and what today's events do not tell where there is any. */
function rowsOf({ behaviors, remainder }: Score): Row[] {
  const rows: Row[] = behaviors
    .filter(({ enabled }) => enabled)
    .sort((a, b) => Math.abs(b.term) - Math.abs(a.term))
  if (Math.abs(remainder) < 1e-9) return rows
  const how = 'people were merged or events removed since this run'
  return [
    ...rows,
    { key: '', name: 'Known to the run alone', how, counted: null, weight: null, term: remainder },
  ]
}

/** Where each term begins and ends on the way to raw. */
function stepsOf(rows: readonly Row[]) {
  let total = 0
  return rows.map(({ term }) => ({ from: total, to: (total += term) }))
}

/** The terms that sum to raw, as a waterfall, and how raw becomes the score. */
export function WhyCard({ explanation, score, zone, name }: Props) {
  const { windowFrom, asOf, recounted } = explanation
  const rows = rowsOf(score)
  const printed = printedParts(
    rows.map(({ term }) => term),
    2,
  )
  const steps = stepsOf(rows)
  const edges = steps.flatMap(({ from, to }) => [from, to])
  const domain = [Math.min(0, ...edges), Math.max(1e-9, ...edges)] as const
  const lastDay = new Date(Date.parse(asOf) - 1)
  const window = `${formatShortDay(windowFrom, zone)} to ${formatShortDay(lastDay, zone)}`

  return (
    <Card aria-labelledby="why">
      <CardHeader
        id="why"
        title="Why this score"
        caption={`terms sum to the raw score; the rank turns raw into 0–100${recounted ? '; counted again from the events, as a restatement keeps no counts' : ''}`}
        tools={<CsvButton data={tableOf(rows, score, window)} fileName={`why-${formatDay(asOf, zone)}`} />}
      />
      <CardTable>
        <Table label={`Terms of the raw score of ${name}`}>
          <thead>
            <tr>
              <Th>Behavior, {window}</Th>
              <Th numeric>Counted</Th>
              <Th numeric>Weight</Th>
              <Th numeric>Term</Th>
              <Th className="w-[28%]">
                adds up to raw, {formatPlain(domain[0], 0)} to{' '}
                {formatPlain(domain[1], domain[1] < 10 ? 1 : 0)}
              </Th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, name: behavior, how, counted, weight }, index) => (
              <Tr key={key}>
                <Th scope="row" className="max-md:whitespace-normal">
                  {behavior}
                  <span className="block text-xs text-ink-3">{how}</span>
                </Th>
                <Td numeric>{formatNumber(counted, 2)}</Td>
                <Td numeric quiet>
                  {weight === null ? '' : `× ${formatPlain(weight)}`}
                </Td>
                <Td numeric className="font-semibold">
                  {formatNumber(printed[index], 2)}
                </Td>
                <Td>
                  <WaterfallBar from={steps[index]?.from ?? 0} to={steps[index]?.to ?? 0} domain={domain} />
                </Td>
              </Tr>
            ))}
            <Tr total>
              <Th scope="row">Raw score</Th>
              <Td />
              <Td />
              <Td numeric>{formatNumber(score.raw, 2)}</Td>
              <Td>
                <WaterfallBar from={0} to={score.raw} domain={domain} kind="total" />
              </Td>
            </Tr>
          </tbody>
        </Table>
      </CardTable>
      <CardBody className="border-t border-line">
        <RawToScore score={score} />
      </CardBody>
    </Card>
  )
}

function tableOf(rows: readonly Row[], score: Score, window: string): ChartData {
  return {
    columns: [
      { name: `Behavior, ${window}` },
      { name: 'How' },
      { name: 'Counted', numeric: true },
      { name: 'Weight', numeric: true },
      { name: 'Term, raw points', numeric: true },
    ],
    rows: [
      ...rows.map(({ name, how, counted, weight, term }) => [name, how, counted ?? '', weight ?? '', term]),
      ['Raw score', '', '', '', score.raw],
      ['Score, 0 to 100', score.words, '', '', score.score],
    ],
  }
}
