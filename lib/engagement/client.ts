import { queryOptions } from '@tanstack/react-query'
import type { JsonOf } from '@/lib/api/json-of'
import { read } from '@/lib/api/read'
import type { overview } from './operations'

export type Overview = JsonOf<Awaited<ReturnType<typeof overview>>>

/** Followed closely while a run works, and slowly otherwise. */
export const overviewQuery = (workspace: string) =>
  queryOptions({
    queryKey: [workspace, 'overview'],
    queryFn: ({ signal }) => read<Overview>(workspace, 'overview.get', {}, signal),
    refetchInterval: ({ state }) => (state.data?.running ? 500 : 5_000),
  })
