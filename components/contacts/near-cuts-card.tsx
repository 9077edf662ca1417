import type { ChartData } from '@/components/charts/chart-data'
import { CsvButton } from '@/components/charts/csv-button'
import { Card, CardFooter, CardHeader, CardTable } from '@/components/ui/card'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import type { ContactsOverview } from '@/lib/contacts/client'
import { formatNumber, formatPlain } from '@/lib/format/number'

type Props = { nearCuts: ContactsOverview['nearCuts']; asOf: string }

/** Whom one more action may lift over a cut, or let fall below it. */
export function NearCutsCard({ nearCuts: { within, cuts }, asOf }: Props) {
  const highestFirst = [...cuts].reverse()
  return (
    <Card aria-labelledby="near-cuts">
      <CardHeader
        id="near-cuts"
        title="Close to another star"
        caption={`contacts within ${formatPlain(within)} of where a star begins`}
        tools={<CsvButton data={fileOf(cuts, within)} fileName={`near-cuts-${asOf.slice(0, 10)}`} />}
      />
      <CardTable>
        <Table label="Contacts close to a cut">
          <thead>
            <tr>
              <Th>Cut</Th>
              <Th numeric>
                Just below<span className="max-md:hidden">, may rise</span>
              </Th>
              <Th numeric>
                Just above<span className="max-md:hidden">, may fall</span>
              </Th>
            </tr>
          </thead>
          <tbody>
            {highestFirst.map(({ stars, from, below, above }) => (
              <Tr key={stars}>
                <Th scope="row">
                  <span className="font-semibold text-star-ink">{stars}★</span>{' '}
                  <span className="text-ink-3">
                    {stars === 2 ? 'from' : 'above'} {formatPlain(from)}
                  </span>
                </Th>
                <Td numeric>{formatNumber(below)}</Td>
                <Td numeric>{formatNumber(above)}</Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      </CardTable>
      <CardFooter>
        Below a cut one more action may lift a contact over it, above it a bounce may let it fall. The page of
        a contact says which action would lift it.
      </CardFooter>
    </Card>
  )
}

const fileOf = (cuts: Props['nearCuts']['cuts'], within: number): ChartData => ({
  columns: ['stars', 'begins at', 'within', 'contacts below', 'contacts above'].map((name) => ({
    name,
    numeric: true,
  })),
  rows: cuts.map(({ stars, from, below, above }) => [stars, from, within, below, above]),
})
