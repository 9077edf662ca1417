import { queryOptions } from '@tanstack/react-query'
import type { JsonOf } from '@/lib/api/json-of'
import { read } from '@/lib/api/read'
import type { eventCatalog, eventPropertyValues, eventTail } from './operations'

export type Catalog = JsonOf<Awaited<ReturnType<typeof eventCatalog>>>
export type CatalogItem = Catalog['items'][number]
export type PropertyValues = JsonOf<Awaited<ReturnType<typeof eventPropertyValues>>>
export type Tail = JsonOf<Awaited<ReturnType<typeof eventTail>>>

const tailEvery = 2_000
const catalogEvery = 15_000

/** More names than anybody reads; the API goes on from there. */
export const shownNames = 10_000

export const catalogQuery = (workspace: string) =>
  queryOptions({
    queryKey: [workspace, 'catalog'],
    queryFn: ({ signal }) => read<Catalog>(workspace, 'events.catalog', { limit: shownNames }, signal),
    refetchInterval: catalogEvery,
  })

/** Followed while the page is visible and nobody has paused it. */
export const tailQuery = (workspace: string, follow: boolean) =>
  queryOptions({
    queryKey: [workspace, 'tail'],
    queryFn: ({ signal }) => read<Tail>(workspace, 'events.tail', { limit: 50 }, signal),
    refetchInterval: follow && tailEvery,
  })

/** What values a property has had lately; asked once per page, as it changes little. */
export const propertyValuesQuery = (workspace: string, event: string, property: string) =>
  queryOptions({
    queryKey: [workspace, 'property-values', event, property],
    queryFn: ({ signal }) =>
      read<PropertyValues>(workspace, 'events.property-values', { event, property, limit: 30 }, signal),
    staleTime: Infinity,
    enabled: event !== '' && property !== '',
  })
