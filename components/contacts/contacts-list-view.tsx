'use client'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { Page } from '@/components/layout/page'
import { TopBar } from '@/components/layout/top-bar'
import { Button } from '@/components/ui/button'
import { Card, CardFooter } from '@/components/ui/card'
import { Chip } from '@/components/ui/chip'
import { cn } from '@/components/ui/cn'
import { VirtualTable } from '@/components/ui/virtual-table'
import { type ContactsPage, contactsQuery } from '@/lib/contacts/client'
import { contactHref } from '@/lib/contacts/contact-href'
import { listNames } from '@/lib/contacts/list-words'
import type { ContactsView } from '@/lib/contacts/view'
import { formatInstant } from '@/lib/format/instant'
import { ContactModelChoice } from './contact-model-choice'
import { contactsColumns } from './contacts-columns'
import { ContactsFilters, everyContact } from './contacts-filters'
import { ContactsListAnswer } from './contacts-list-answer'
import { contactsFileHref } from './list-href'
import { ListTrouble } from './list-trouble'
import { NobodyListed } from './nobody-listed'
import { useContactsView } from './use-contacts-view'

export type ContactsListViewProps = {
  workspace: string
  zone: string
  /** The model the address asks for. */
  asked?: string
  /** Does the asker see e-mails and names? Then they may leave the product, too. */
  unmasked: boolean
  mayScore: boolean
  /** The first page, and the view it is of; null while everybody is being rated. */
  initial: { view: ContactsView; page: ContactsPage } | null
}

/** Contacts, all of them or a list to act on. */
export function ContactsListView(props: ContactsListViewProps) {
  const { workspace, zone, asked, unmasked, mayScore, initial } = props
  const [view, setView] = useContactsView(workspace)
  const options = contactsQuery(workspace, view, asked)
  const isInitial = initial && JSON.stringify(view) === JSON.stringify(initial.view)
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
  const rows = useMemo(
    () => (data?.pages ?? []).flatMap(({ items }) => items).map((item, place) => ({ ...item, place })),
    [data],
  )
  const columns = useMemo(() => contactsColumns({ view, onView: setView, zone }), [view, setView, zone])
  const loadMore = useCallback(() => {
    if (hasNextPage && !error) void fetchNextPage()
  }, [hasNextPage, error, fetchNextPage])
  const total = isPlaceholderData ? null : (first?.total ?? null)

  return (
    <>
      <TopBar
        title={view.list ? listNames[view.list] : 'All contacts'}
        parent={{ label: 'Contacts', href: `/w/${workspace}/contacts${asked ? `?model=${asked}` : ''}` }}
        chips={
          first && (
            <>
              <Chip>As of {formatInstant(first.ratedBy.asOf, zone)}</Chip>
              <ContactModelChoice
                workspace={workspace}
                model={first.ratedBy.model}
                version={first.ratedBy.version}
              />
            </>
          )
        }
      >
        {unmasked && total !== null && total > 0 && (
          <Button variant="go" asChild>
            <a
              href={contactsFileHref(workspace, view, asked)}
              download
              title="CSV with score, stars, last action and reason of the contacts listed"
            >
              Export CSV
            </a>
          </Button>
        )}
      </TopBar>
      <Page>
        {(first || !error) && (
          <ContactsListAnswer total={total} ratedBy={first?.ratedBy} view={view} zone={zone} />
        )}
        {error && (
          <ListTrouble
            workspace={workspace}
            asked={asked}
            error={error}
            mayScore={mayScore}
            options={options}
            onRetry={refetch}
          />
        )}
        <Card aria-label="Contacts">
          <ContactsFilters view={view} onView={setView} unmasked={unmasked} />
          <div className={cn(isPlaceholderData && 'opacity-60')}>
            <VirtualTable
              label="Contacts"
              columns={columns}
              rows={rows}
              rowKey={({ place }) => String(place)}
              rowHref={({ personId }) => contactHref(workspace, personId)}
              total={first?.total ?? undefined}
              onEndReached={loadMore}
              loading={isFetchingNextPage || isPlaceholderData || isPending}
              empty={
                error ? null : (
                  <NobodyListed view={view} unmasked={unmasked} onClear={() => setView(everyContact)} />
                )
              }
              minWidth={864}
            />
          </div>
          {!unmasked && <CardFooter>E-mails and names are hidden from your role.</CardFooter>}
        </Card>
      </Page>
    </>
  )
}
