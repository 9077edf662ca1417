'use client'
import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { Answer } from '@/components/layout/answer'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { type Catalog, catalogQuery, type Tail } from '@/lib/events/client'
import { formatDay } from '@/lib/format/instant'
import { formatNumber } from '@/lib/format/number'
import { plural } from '@/lib/format/plural'
import { CatalogCard } from './catalog-card'
import { TailCard } from './tail-card'

export type EventsViewProps = {
  workspace: string
  zone: string
  /** People of the workspace, after merges. */
  people: number
  now: string
  initial: { catalog: Catalog; tail: Tail }
}

export function EventsView({ workspace, zone, people, now, initial }: EventsViewProps) {
  const { data, error } = useQuery({ ...catalogQuery(workspace), initialData: initial.catalog })
  const { items } = data
  const volume = items.reduce((sum, item) => sum + item.volume, 0)
  const days = items.flatMap((item) => [item.firstSeen, item.lastSeen]).sort()
  return (
    <>
      {error && <Notice kind="error" live title={error.message} />}
      <Answer caption="Activity is what people do in the product; profiles, groups, e-mail actions and outcomes are listed, but no activity.">
        {volume === 0 ? (
          <b>No event has come in yet.</b>
        ) : (
          <>
            <b>
              {plural(volume, 'event')} of {plural(items.length, 'name')}
            </b>{' '}
            from {formatNumber(people)} people, {formatDay(days[0] ?? now, zone)} to{' '}
            {formatDay(days.at(-1) ?? now, zone)}.
          </>
        )}
      </Answer>
      {volume === 0 && (
        <Card>
          <EmptyState
            title="Waiting for the first event"
            action={
              <Button variant="go" asChild>
                <Link href={`/w/${workspace}/sources`}>Import a file or connect a source</Link>
              </Button>
            }
          >
            Events appear below within seconds of being sent.
          </EmptyState>
        </Card>
      )}
      {volume > 0 && <CatalogCard items={items} zone={zone} />}
      <TailCard workspace={workspace} zone={zone} initial={initial.tail} now={now} />
    </>
  )
}
