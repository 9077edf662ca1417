import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { JsonOf } from '@/lib/api/json-of'
import { read } from '@/lib/api/read'
import type { listDeliveries, listProviders } from './operations'

/** What a read answers once it has been JSON: instants are ISO texts. */
export type Providers = JsonOf<Awaited<ReturnType<typeof listProviders>>>
export type Deliveries = JsonOf<Awaited<ReturnType<typeof listDeliveries>>>

export const providersQuery = (workspace: string) =>
  queryOptions({
    queryKey: [workspace, 'providers'],
    queryFn: ({ signal }) => read<Providers>(workspace, 'providers.list', {}, signal),
    refetchInterval: 5_000,
  })

export const deliveriesQuery = (workspace: string, id: string) =>
  infiniteQueryOptions({
    queryKey: [workspace, 'providers', id, 'deliveries'],
    queryFn: ({ pageParam, signal }) =>
      read<Deliveries>(
        workspace,
        'providers.deliveries',
        { id, limit: 50, ...(pageParam && { cursor: pageParam }) },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
    refetchInterval: 5_000,
  })
