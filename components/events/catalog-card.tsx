'use client'
import { useState } from 'react'
import { Badge } from '@/components/ui/badge'
import { Card, CardHeader, CardTable } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Input } from '@/components/ui/input'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import type { Catalog } from '@/lib/events/client'
import { formatNumber } from '@/lib/format/number'
import { SortButton } from './sort-button'

type Item = Catalog['items'][number]
export type CatalogSort = 'name' | 'volume' | 'people' | 'lastSeen'

const shownProperties = 6

function compare(sort: CatalogSort): (a: Item, b: Item) => number {
  if (sort === 'name') return (a, b) => a.name.localeCompare(b.name)
  if (sort === 'lastSeen') return (a, b) => b.lastSeen.localeCompare(a.lastSeen)
  return (a, b) => b[sort] - a[sort]
}

/** Every name of event: how often, by how many, with what. */
export function CatalogCard({ items, zone }: { items: Item[]; zone: string }) {
  const [search, setSearch] = useState('')
  const [sort, setSort] = useState<CatalogSort>('people')
  const most = Math.max(...items.map((item) => item.volume))
  const shown = items
    .filter((item) => item.name.toLowerCase().includes(search.trim().toLowerCase()))
    .sort(compare(sort))
  const head = (key: CatalogSort, label: string) => (
    <SortButton current={sort === key} onSort={() => setSort(key)}>
      {label}
    </SortButton>
  )
  return (
    <Card aria-labelledby="catalog">
      <CardHeader
        id="catalog"
        title="Catalog"
        caption="All events ever accepted; people are counted once each, after merges."
        tools={
          <Input
            type="search"
            aria-label="Search events by name"
            placeholder="Search"
            className="w-40"
            value={search}
            onChange={(event) => setSearch(event.target.value)}
          />
        }
      />
      {shown.length === 0 ? (
        <EmptyState title={`No event is called “${search}”`}>Clear the search to see all names.</EmptyState>
      ) : (
        <CardTable>
          <Table label="Catalog of events">
            <thead>
              <tr>
                <Th aria-sort={sort === 'name' ? 'ascending' : undefined}>{head('name', 'Event')}</Th>
                <Th numeric aria-sort={sort === 'volume' ? 'descending' : undefined}>
                  {head('volume', 'Volume, events')}
                </Th>
                <Th>
                  <span className="sr-only">Share of the largest volume</span>
                </Th>
                <Th numeric aria-sort={sort === 'people' ? 'descending' : undefined}>
                  {head('people', 'People')}
                </Th>
                <Th>First seen</Th>
                <Th aria-sort={sort === 'lastSeen' ? 'descending' : undefined}>
                  {head('lastSeen', 'Last seen')}
                </Th>
                <Th>Properties</Th>
              </tr>
            </thead>
            <tbody>
              {shown.map((item) => (
                <Tr key={`${item.kind} ${item.name}`}>
                  <Th scope="row" className="max-w-72 truncate font-mono text-xs" title={item.name}>
                    {item.name} {!item.activity && <Badge className="font-sans">no activity</Badge>}
                  </Th>
                  <Td numeric>{formatNumber(item.volume)}</Td>
                  <Td className="w-32">
                    <div className="h-1.5 rounded-[2px] bg-sunken" aria-hidden>
                      <div
                        className="h-full min-w-px rounded-[2px] bg-accent"
                        style={{ width: `${(100 * item.volume) / most}%` }}
                      />
                    </div>
                  </Td>
                  <Td numeric>{formatNumber(item.people)}</Td>
                  <Td quiet>
                    <Time at={item.firstSeen} zone={zone} as="day" />
                  </Td>
                  <Td quiet>
                    <Time at={item.lastSeen} zone={zone} as="day" />
                  </Td>
                  <Td>
                    <span className="flex flex-wrap gap-1">
                      {item.properties.slice(0, shownProperties).map((property) => (
                        <Badge key={property}>{property}</Badge>
                      ))}
                      {item.properties.length > shownProperties && (
                        <span className="text-xs text-ink-3" title={item.properties.join(', ')}>
                          and {item.properties.length - shownProperties} more
                        </span>
                      )}
                    </span>
                  </Td>
                </Tr>
              ))}
            </tbody>
          </Table>
        </CardTable>
      )}
    </Card>
  )
}
