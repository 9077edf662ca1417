'use client'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Card, CardBody, CardFooter, CardHeader, CardTable } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { SegmentedControl } from '@/components/ui/segmented-control'
import { Skeleton } from '@/components/ui/skeleton'
import { Table, Th } from '@/components/ui/table'
import { formatDay } from '@/lib/format/instant'
import { timelineQuery } from '@/lib/people/client'
import { TimelineRow } from './timeline-row'

type Props = { workspace: string; id: string; zone: string }

/** What a person did, newest first, and what each of it is worth in the score. */
export function TimelineCard({ workspace, id, zone }: Props) {
  const [only, setOnly] = useState<'behaviors' | 'all'>('all')
  const query = useInfiniteQuery(timelineQuery(workspace, id, only))
  const entries = (query.data?.pages ?? []).flatMap(({ items }) => items)
  const asOf = query.data?.pages[0]?.asOf
  const days = entries.map(({ at }) => formatDay(at, zone))
  return (
    <Card aria-labelledby="timeline" aria-busy={query.isPending}>
      <CardHeader
        id="timeline"
        title="Timeline"
        caption={`newest first${asOf ? `; worth in raw points as of ${formatDay(asOf, zone)}` : ''}`}
        tools={
          <SegmentedControl
            label="Events shown"
            options={[
              { value: 'behaviors', label: 'Key behaviors' },
              { value: 'all', label: 'All' },
            ]}
            value={only}
            onValueChange={setOnly}
          />
        }
      />
      {query.error && (
        <CardBody>
          <Notice
            live
            kind="error"
            title="The timeline did not load"
            action={<Button onClick={() => void query.refetch()}>Try again</Button>}
          >
            {query.error.message}
          </Notice>
        </CardBody>
      )}
      {query.isPending && (
        <CardBody className="grid gap-3">
          {Array.from({ length: 6 }, (_, row) => (
            <Skeleton key={row} />
          ))}
        </CardBody>
      )}
      {query.data && entries.length === 0 && (
        <EmptyState title={only === 'all' ? 'No events' : 'No key behaviors'}>
          {only === 'all'
            ? 'This person is known by a profile or a mailing list alone.'
            : 'None of the events of this person count for a behavior of the model.'}
        </EmptyState>
      )}
      {entries.length > 0 && (
        <CardTable>
          <Table label="Events, newest first">
            <thead>
              <tr>
                <Th>Day</Th>
                <Th>Time</Th>
                <Th>What</Th>
                <Th>Event</Th>
                <Th numeric>Worth in raw</Th>
              </tr>
            </thead>
            <tbody>
              {entries.map((entry, index) => (
                <TimelineRow
                  key={entry.type === 'event' ? entry.id : `${entry.at} ${entry.type} ${entry.personId}`}
                  entry={entry}
                  day={days[index] === days[index - 1] ? null : entry.at}
                  zone={zone}
                />
              ))}
            </tbody>
          </Table>
        </CardTable>
      )}
      {query.hasNextPage && (
        <CardFooter>
          <Button disabled={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {query.isFetchingNextPage ? 'Loading…' : 'Show earlier'}
          </Button>
        </CardFooter>
      )}
    </Card>
  )
}
