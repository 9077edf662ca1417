import { queryOptions } from '@tanstack/react-query'
import type { JsonOf } from '@/lib/api/json-of'
import { read } from '@/lib/api/read'
import type { Suggested as Output } from './schema'

export type Suggested = JsonOf<Output>

/** Which of the workspace's events each behavior of a template most likely is. */
export const suggestedQuery = (workspace: string, template: string) =>
  queryOptions({
    queryKey: [workspace, 'templates', template],
    queryFn: ({ signal }) => read<Suggested>(workspace, 'templates.suggest', { template }, signal),
    staleTime: 60_000,
  })
