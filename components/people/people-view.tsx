'use client'
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { Page } from '@/components/layout/page'
import { TopBar } from '@/components/layout/top-bar'
import { Button } from '@/components/ui/button'
import { Card, CardFooter } from '@/components/ui/card'
import { Chip } from '@/components/ui/chip'
import { cn } from '@/components/ui/cn'
import { Notice } from '@/components/ui/notice'
import { VirtualTable } from '@/components/ui/virtual-table'
import { ReadError } from '@/lib/api/read'
import { formatInstant } from '@/lib/format/instant'
import { type PeoplePage, peopleQuery } from '@/lib/people/client'
import { personHref } from '@/lib/people/person-href'
import type { PeopleView as View } from '@/lib/people/view'
import { Nobody } from './nobody'
import { PeopleAnswer } from './people-answer'
import { peopleColumns } from './people-columns'
import { PeopleFilters } from './people-filters'
import { usePeopleView } from './use-people-view'

export type PeopleViewProps = {
  workspace: string
  zone: string
  /** Does the asker see e-mails, names and traits? */
  unmasked: boolean
  /** The first page, and the view it is of. */
  initial: { view: View; page: PeoplePage }
}

const clear: View = { search: '', tier: '', stage: '', state: 'all', account: '' }

export function PeopleView({ workspace, zone, unmasked, initial }: PeopleViewProps) {
  const [view, setView] = usePeopleView()
  const client = useQueryClient()
  const options = peopleQuery(workspace, view)
  const isInitial = JSON.stringify(view) === JSON.stringify(initial.view)
  const {
    data,
    error,
    isFetchingNextPage,
    isPlaceholderData,
    isPending,
    hasNextPage,
    fetchNextPage,
    refetch,
  } = useInfiniteQuery({
    ...options,
    ...(isInitial && { initialData: { pages: [initial.page], pageParams: [undefined] } }),
  })
  const first = data?.pages[0]
  const scores = first?.scores ?? null
  const rows = useMemo(
    () => (data?.pages ?? []).flatMap(({ items }) => items).map((item, place) => ({ ...item, place })),
    [data],
  )
  const columns = useMemo(
    () => peopleColumns({ view, onView: setView, zone, scores }),
    [view, setView, zone, scores],
  )
  const loadMore = useCallback(() => {
    if (hasNextPage && !error) void fetchNextPage()
  }, [hasNextPage, error, fetchNextPage])
  const scoredAgain = error instanceof ReadError && error.code === 'conflict'

  return (
    <>
      <TopBar
        title="People"
        chips={
          scores && (
            <>
              <Chip>As of {formatInstant(scores.asOf, zone)}</Chip>
              <Chip>
                {scores.model.name} v{scores.version}
              </Chip>
            </>
          )
        }
      />
      <Page>
        <PeopleAnswer
          total={isPlaceholderData ? null : (first?.total ?? null)}
          scores={scores}
          view={view}
          zone={zone}
        />
        {error && (
          <Notice
            live
            kind={scoredAgain ? 'info' : 'error'}
            title={scoredAgain ? 'People were scored again meanwhile' : 'The list did not load'}
            action={
              <Button onClick={() => void (scoredAgain ? client.resetQueries(options) : refetch())}>
                {scoredAgain ? 'Show the new scores' : 'Try again'}
              </Button>
            }
          >
            {scoredAgain ? 'The rows below are of the scores before.' : error.message}
          </Notice>
        )}
        <Card aria-label="People">
          <PeopleFilters view={view} onView={setView} scores={scores} unmasked={unmasked} />
          <div className={cn(isPlaceholderData && 'opacity-60')}>
            <VirtualTable
              label="People"
              columns={columns}
              rows={rows}
              rowKey={({ place }) => String(place)}
              rowHref={({ personId }) => personHref(workspace, personId)}
              total={first?.total ?? undefined}
              onEndReached={loadMore}
              loading={isFetchingNextPage || isPlaceholderData || isPending}
              empty={
                <Nobody
                  view={view}
                  workspace={workspace}
                  unmasked={unmasked}
                  onClear={() => setView(clear)}
                />
              }
              minWidth={864}
            />
          </div>
          {!unmasked && <CardFooter>E-mails, names and traits are hidden from your role.</CardFooter>}
        </Card>
      </Page>
    </>
  )
}
