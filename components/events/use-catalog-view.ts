'use client'
import { useSearchParams } from 'next/navigation'
import { useCallback } from 'react'
import type { CatalogItem } from '@/lib/events/client'

export const catalogSorts = ['people', 'volume', 'name', 'firstSeen', 'lastSeen'] as const
export type CatalogSort = (typeof catalogSorts)[number]
export type CatalogView = { search: string; sort: CatalogSort }

/** Every sort has one direction: most, newest, or the first letter. */
export const orderOf = (sort: CatalogSort) => (sort === 'name' ? 'asc' : 'desc')

export const byCatalogSort: Record<CatalogSort, (a: CatalogItem, b: CatalogItem) => number> = {
  name: (a, b) => a.name.localeCompare(b.name),
  people: (a, b) => b.people - a.people,
  volume: (a, b) => b.volume - a.volume,
  firstSeen: (a, b) => b.firstSeen.localeCompare(a.firstSeen),
  lastSeen: (a, b) => b.lastSeen.localeCompare(a.lastSeen),
}

/** Search and order of the catalog, kept in the address; the page is not loaded anew. */
export function useCatalogView(): [CatalogView, (change: Partial<CatalogView>) => void] {
  const params = useSearchParams()
  const sort = catalogSorts.find((known) => known === params.get('sort')) ?? 'people'
  const view: CatalogView = { search: params.get('search') ?? '', sort }
  const change = useCallback((part: Partial<CatalogView>) => {
    const next = new URLSearchParams(window.location.search)
    for (const [field, value] of Object.entries(part)) {
      if (value === '' || value === 'people') next.delete(field)
      else next.set(field, value)
    }
    const query = next.size > 0 ? `?${next}` : ''
    window.history.replaceState(null, '', window.location.pathname + query)
  }, [])
  return [view, change]
}
