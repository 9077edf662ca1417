'use client'
import { useQuery } from '@tanstack/react-query'
import { Pause, Play } from 'lucide-react'
import { useState } from 'react'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Card, CardFooter, CardHeader, CardTable } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Table, Th } from '@/components/ui/table'
import { type Tail, tailQuery } from '@/lib/events/client'
import { TailRow } from './tail-row'

type Props = { workspace: string; zone: string; initial: Tail; now: string }

/** What comes in, as it comes in. */
export function TailCard({ workspace, zone, initial, now }: Props) {
  const [follow, setFollow] = useState(true)
  const { data, isError, dataUpdatedAt } = useQuery({
    ...tailQuery(workspace, follow),
    initialData: initial,
    initialDataUpdatedAt: Date.parse(now),
  })
  return (
    <Card aria-labelledby="tail">
      <CardHeader
        id="tail"
        title="Newest events"
        caption="As they came in, newest first; the 50 newest are shown."
        tools={
          <>
            {isError ? (
              <Badge tone="danger">Out of reach</Badge>
            ) : (
              <Badge tone={follow ? 'accent' : 'neutral'}>{follow ? 'Live' : 'Paused'}</Badge>
            )}
            <Button onClick={() => setFollow(!follow)}>
              {follow ? <Pause aria-hidden /> : <Play aria-hidden />}
              {follow ? 'Pause' : 'Follow'}
            </Button>
          </>
        }
      />
      {data.items.length === 0 ? (
        <EmptyState title="Nothing yet">Send an event and it appears here within two seconds.</EmptyState>
      ) : (
        <CardTable>
          <Table label="Events as they come in">
            <thead>
              <tr>
                <Th>Event</Th>
                <Th>Person</Th>
                <Th>Happened</Th>
                <Th>Received</Th>
                <Th>By</Th>
                <Th>Properties</Th>
              </tr>
            </thead>
            <tbody>
              {data.items.map((item) => (
                <TailRow
                  key={`${item.id} ${item.kind} ${item.receivedAt}`}
                  item={item}
                  zone={zone}
                  now={new Date(dataUpdatedAt).toISOString()}
                />
              ))}
            </tbody>
          </Table>
        </CardTable>
      )}
      {data.masked && <CardFooter>E-mails and traits are hidden from your role.</CardFooter>}
    </Card>
  )
}
