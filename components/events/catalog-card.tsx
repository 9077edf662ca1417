'use client'
import { SearchBox } from '@/components/ui/search-box'
import { Button } from '@/components/ui/button'
import { Card, CardFooter, CardHeader, CardTable } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Table, Th } from '@/components/ui/table'
import type { Catalog } from '@/lib/events/client'
import { plural } from '@/lib/format/plural'
import { CatalogRow } from './catalog-row'
import { SortButton } from '@/components/ui/sort-button'
import { type CatalogSort, byCatalogSort, orderOf, useCatalogView } from './use-catalog-view'

/** Every name of event: how often, by how many, with what. */
export function CatalogCard({
  items,
  exact,
  zone,
}: {
  items: Catalog['items']
  exact: boolean
  zone: string
}) {
  const [view, setView] = useCatalogView()
  const most = Math.max(...items.map((item) => item.volume))
  const wanted = view.search.toLowerCase()
  const shown = items.filter(({ name }) => name.toLowerCase().includes(wanted)).sort(byCatalogSort[view.sort])
  const head = (sort: CatalogSort, label: string, numeric = false) => (
    <Th
      numeric={numeric}
      aria-sort={view.sort === sort ? (orderOf(sort) === 'asc' ? 'ascending' : 'descending') : undefined}
    >
      <SortButton order={view.sort === sort ? orderOf(sort) : null} onSort={() => setView({ sort })}>
        {label}
      </SortButton>
    </Th>
  )
  return (
    <Card aria-labelledby="catalog">
      <CardHeader
        id="catalog"
        title="Catalog"
        caption={`${plural(items.length, 'name')}, all events ever accepted.`}
        tools={
          <div className="w-40 pb-1">
            <SearchBox
              label="Search events by name"
              placeholder="Search"
              value={view.search}
              onSearch={(search) => setView({ search })}
            />
          </div>
        }
      />
      {shown.length === 0 ? (
        <EmptyState
          title={`No event is called “${view.search}”`}
          action={<Button onClick={() => setView({ search: '' })}>Show all names</Button>}
        />
      ) : (
        <CardTable>
          <Table label="Catalog of events">
            <thead>
              <tr>
                {head('name', 'Event')}
                {head('volume', 'Volume, events', true)}
                <Th>
                  <span className="sr-only">Share of the largest volume</span>
                </Th>
                {head('people', 'People', true)}
                {head('firstSeen', 'First seen')}
                {head('lastSeen', 'Last seen')}
                <Th>Properties</Th>
              </tr>
            </thead>
            <tbody>
              {shown.map((item) => (
                <CatalogRow
                  key={`${item.kind} ${item.name}`}
                  item={item}
                  most={most}
                  exact={exact}
                  zone={zone}
                />
              ))}
            </tbody>
          </Table>
        </CardTable>
      )}
      <CardFooter>
        {exact
          ? 'People are counted once each, after merges.'
          : 'People are estimated to within about 1 %, before merges: above 2 million events an exact count would keep you waiting.'}
      </CardFooter>
    </Card>
  )
}
