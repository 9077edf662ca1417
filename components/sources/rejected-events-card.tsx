'use client'
import { useQuery } from '@tanstack/react-query'
import { Card, CardFooter, CardHeader, CardTable } from '@/components/ui/card'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import { plural } from '@/lib/format/plural'
import { type RejectedEvents, rejectedEventsQuery } from '@/lib/sources/client'

type Props = { workspace: string; zone: string; initial: RejectedEvents; now: string }

/** What was refused at the HTTP doors, and why. */
export function RejectedEventsCard({ workspace, zone, initial, now }: Props) {
  const { data } = useQuery({ ...rejectedEventsQuery(workspace), initialData: initial })
  if (data.items.length === 0) return null
  return (
    <Card aria-labelledby="refused">
      <CardHeader
        id="refused"
        title="Refused events"
        caption={`${plural(data.total, 'event')} in the last 30 days, newest first. They are not counted; send them again once mended.`}
      />
      <CardTable>
        <Table label="Refused events">
          <thead>
            <tr>
              <Th>Received</Th>
              <Th numeric>Place in batch</Th>
              <Th>Code</Th>
              <Th>Reason</Th>
              <Th>What was sent</Th>
            </tr>
          </thead>
          <tbody>
            {data.items.map((item, row) => (
              <Tr key={`${item.receivedAt} ${item.index} ${row}`}>
                <Th scope="row">
                  <Time at={item.receivedAt} zone={zone} as="relative" now={now} />
                </Th>
                <Td numeric>{item.index}</Td>
                <Td className="font-mono text-xs">{item.code}</Td>
                <Td>{item.message}</Td>
                <Td className="max-w-80 truncate font-mono text-xs" title={item.raw}>
                  {item.raw}
                </Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      </CardTable>
      {data.items.length < data.total && <CardFooter>The newest {data.items.length} are shown.</CardFooter>}
    </Card>
  )
}
