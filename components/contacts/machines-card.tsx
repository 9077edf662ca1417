import type { ChartData } from '@/components/charts/chart-data'
import { CsvButton } from '@/components/charts/csv-button'
import { Card, CardFooter, CardHeader, CardTable } from '@/components/ui/card'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import type { ContactsOverview } from '@/lib/contacts/client'
import { formatNumber } from '@/lib/format/number'
import { formatShare } from '@/lib/format/percent'
import { machinesInWords } from './overview-words'

type Props = { machines: ContactsOverview['machines']; contacts: number; asOf: string }

/** How much of the reading is done by programs, and whom it would change. */
export function MachinesCard({ machines, contacts, asOf }: Props) {
  const rows = rowsOf(machines, contacts)
  return (
    <Card aria-labelledby="machines">
      <CardHeader
        id="machines"
        title="Machine activity"
        caption={machinesInWords(machines)}
        tools={<CsvButton data={fileOf(rows)} fileName={`machine-activity-${asOf.slice(0, 10)}`} />}
      />
      <CardTable>
        <Table label="Machine activity">
          <thead>
            <tr>
              <Th>What</Th>
              <Th numeric>Count</Th>
              <Th numeric>Share</Th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ what, count, of }) => (
              <Tr key={what}>
                <Th scope="row" className="max-md:whitespace-normal">
                  {what}
                </Th>
                <Td numeric>{formatNumber(count)}</Td>
                <Td numeric quiet>
                  {formatShare(count, of)}
                </Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      </CardTable>
      <CardFooter>
        Stored and marked with the reason: the provider’s own mark, the user agent of a mail proxy or scanner,
        a click less than 2 seconds after delivery, three links within 2 seconds.
      </CardFooter>
    </Card>
  )
}

type Row = { what: string; count: number; of: number }

const rowsOf = ({ reads, machineReads, ...of }: Props['machines'], contacts: number): Row[] => [
  { what: 'Reads and clicks of machines', count: machineReads, of: reads },
  { what: 'Reads and clicks of people', count: reads - machineReads, of: reads },
  { what: 'Contacts with machine activity', count: of.contacts, of: contacts },
  { what: 'Contacts whose stars hang on it', count: of.changed, of: contacts },
]

const fileOf = (rows: readonly Row[]): ChartData => ({
  columns: [{ name: 'what' }, { name: 'count', numeric: true }, { name: 'of', numeric: true }],
  rows: rows.map(({ what, count, of }) => [what, count, of]),
})
