'use client'
import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { Answer } from '@/components/layout/answer'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { type Catalog, type Tail, catalogQuery } from '@/lib/events/client'
import { formatDay } from '@/lib/format/instant'
import { plural } from '@/lib/format/plural'
import { CatalogCard } from './catalog-card'
import { TailCard } from './tail-card'

export type EventsViewProps = {
  workspace: string
  zone: string
  /** May the asker see sources? */
  maySend: boolean
  now: string
  initial: { catalog: Catalog; tail: Tail }
}

export function EventsView({ workspace, zone, maySend, now, initial }: EventsViewProps) {
  const { data, error, refetch } = useQuery({ ...catalogQuery(workspace), initialData: initial.catalog })
  const { items, total, exact } = data
  return (
    <>
      {error && (
        <Notice
          kind="error"
          live
          title="The catalog is not up to date"
          action={<Button onClick={() => void refetch()}>Try again</Button>}
        >
          {error.message}
        </Notice>
      )}
      <Answer caption="Activity is what people do in the product. Profiles, groups, e-mail actions and outcomes are listed, but are no activity.">
        {total.firstSeen === null || total.lastSeen === null ? (
          <b>No event has come in yet.</b>
        ) : (
          <>
            <b>
              {plural(total.events, 'event')} of {plural(total.names, 'name')}
            </b>{' '}
            from {exact ? '' : 'about '}
            {plural(total.people, 'person', 'people')}, {formatDay(total.firstSeen, zone)} to{' '}
            {formatDay(total.lastSeen, zone)}.
          </>
        )}
      </Answer>
      {items.length === 0 ? (
        <Card>
          <EmptyState
            title="Waiting for the first event"
            action={
              maySend && (
                <Button variant="go" asChild>
                  <Link href={`/w/${workspace}/sources`}>Import a file or connect a source</Link>
                </Button>
              )
            }
          >
            {maySend
              ? 'Events appear below within seconds of being sent.'
              : 'Somebody with the right to do so has to connect a source; events then appear below.'}
          </EmptyState>
        </Card>
      ) : (
        <CatalogCard items={items} exact={exact} zone={zone} />
      )}
      <TailCard workspace={workspace} zone={zone} initial={initial.tail} now={now} />
    </>
  )
}
