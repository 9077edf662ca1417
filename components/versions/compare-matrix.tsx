import type { ChartData } from '@/components/charts/chart-data'
import { CsvButton } from '@/components/charts/csv-button'
import { Card, CardFooter, CardHeader, CardTable } from '@/components/ui/card'
import { cn } from '@/components/ui/cn'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import { TierMark } from '@/components/ui/tier-mark'
import type { Tone } from '@/components/ui/tier-tone'
import { formatNumber } from '@/lib/format/number'
import { formatShare } from '@/lib/format/percent'
import type { Comparison } from '@/lib/models/client'
import { tierAscent } from '@/lib/scoring/engagement/tier-ascent'
import { toneOf } from './compare-tiers'

type Moves = NonNullable<Comparison['moves']>
type Place = Moves['rows'][number] & { index: number }

/** Highest tier first, then the states in which anybody is. */
function shown(places: Moves['rows']): Place[] {
  const numbered = places.map((place, index) => ({ ...place, index }))
  const tiers = numbered.filter(({ kind }) => kind === 'tier').reverse()
  return [...tiers, ...numbered.filter(({ kind, people }) => kind !== 'tier' && people > 0)]
}

/** Who is where under the one version and under the other; rows and columns sum to the two. */
export function CompareMatrix({ comparison, moves }: { comparison: Comparison; moves: Moves }) {
  const { from, to, asOf } = comparison
  const [rows, columns] = [shown(moves.rows), shown(moves.columns)]
  const ascent = tierAscent(from.scores?.tiers ?? [], to.scores?.tiers ?? [])
  const tone = ({ key, kind }: Place): Tone =>
    kind === 'tier' ? toneOf(comparison, key) : key === 'dormant' ? 'dormant' : 'none'
  const shade = (row: Place, column: Place, people: number) => {
    if (row.kind !== 'tier' || column.kind !== 'tier' || people === 0) return undefined
    const up = ascent(row.index, column.index)
    return up > 0 ? 'bg-power-soft' : up < 0 ? 'bg-risk-soft' : undefined
  }
  return (
    <Card aria-labelledby="matrix">
      <CardHeader
        id="matrix"
        title={`From v${from.version} to v${to.version}`}
        caption="people and % of the row"
        tools={
          <CsvButton
            data={fileOf(comparison, moves, rows, columns)}
            fileName={`matrix-v${from.version}-v${to.version}-${asOf.slice(0, 10)}`}
          />
        }
      />
      <CardTable>
        <Table label={`Where people are under v${from.version} and under v${to.version}`}>
          <thead>
            <tr>
              <Th>
                v{from.version}, to v{to.version}
              </Th>
              {columns.map((column) => (
                <Th key={column.key} numeric>
                  <TierMark tone={tone(column)}>{column.name}</TierMark>
                </Th>
              ))}
              <Th numeric>All of v{from.version}</Th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Tr key={row.key}>
                <Th scope="row">
                  <TierMark tone={tone(row)}>{row.name}</TierMark>
                </Th>
                {columns.map((column) => {
                  const people = moves.matrix[row.index]?.[column.index] ?? 0
                  const stays = row.key === column.key
                  return (
                    <Td
                      key={column.key}
                      numeric
                      className={cn(shade(row, column, people), stays && 'font-semibold')}
                      caption={people > 0 && formatShare(people, row.people)}
                    >
                      {people > 0 ? formatNumber(people) : '–'}
                    </Td>
                  )
                })}
                <Td numeric className="font-semibold">
                  {formatNumber(row.people)}
                </Td>
              </Tr>
            ))}
            <Tr total>
              <Th scope="row">All of v{to.version}</Th>
              {columns.map((column) => (
                <Td key={column.key} numeric>
                  {formatNumber(column.people)}
                </Td>
              ))}
              <Td numeric>{formatNumber(rows.reduce((sum, { people }) => sum + people, 0))}</Td>
            </Tr>
          </tbody>
        </Table>
      </CardTable>
      <CardFooter>
        Rows sum to v{from.version}, columns to v{to.version}; –: nobody.{' '}
        <span className="bg-power-soft px-1 text-power-ink">Shaded teal</span> is up,{' '}
        <span className="bg-risk-soft px-1 text-risk-ink">shaded vermilion</span> is down.
      </CardFooter>
    </Card>
  )
}

function fileOf(
  { from, to }: Comparison,
  { matrix }: Moves,
  rows: readonly Place[],
  columns: readonly Place[],
): ChartData {
  return {
    columns: [
      { name: `v${from.version}` },
      { name: `v${to.version}` },
      { name: 'People', numeric: true },
      { name: 'Share of the row', numeric: true },
    ],
    rows: rows.flatMap((row) =>
      columns.map((column) => {
        const people = matrix[row.index]?.[column.index] ?? 0
        return [row.name, column.name, people, row.people > 0 ? people / row.people : 0]
      }),
    ),
  }
}
