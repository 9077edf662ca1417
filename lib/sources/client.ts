import { queryOptions } from '@tanstack/react-query'
import type { JsonOf } from '@/lib/api/json-of'
import { read } from '@/lib/api/read'
import type { listSources, rejectedEvents } from './operations'

/** What a read answers once it has been JSON: instants are ISO texts. */
export type Sources = JsonOf<Awaited<ReturnType<typeof listSources>>>
export type RejectedEvents = JsonOf<Awaited<ReturnType<typeof rejectedEvents>>>

export const sourcesQuery = (workspace: string) =>
  queryOptions({
    queryKey: [workspace, 'sources'],
    queryFn: ({ signal }) => read<Sources>(workspace, 'sources.list', {}, signal),
    refetchInterval: 5_000,
  })

export const rejectedEventsQuery = (workspace: string) =>
  queryOptions({
    queryKey: [workspace, 'rejected-events'],
    queryFn: ({ signal }) => read<RejectedEvents>(workspace, 'sources.rejected', { limit: 50 }, signal),
    refetchInterval: 5_000,
  })
