import { queryOptions } from '@tanstack/react-query'
import type { JsonOf } from '@/lib/api/json-of'
import { read } from '@/lib/api/read'
import type { getWorkspace, listKeys } from './operations'

export type Workspace = JsonOf<Awaited<ReturnType<typeof getWorkspace>>>

/** What it holds; counted over everything, so not too often. */
export const workspaceQuery = (workspace: string) =>
  queryOptions({
    queryKey: [workspace, 'workspace'],
    queryFn: ({ signal }) => read<Workspace>(workspace, 'workspace.get', {}, signal),
    staleTime: 60_000,
  })

export type ApiKeys = JsonOf<Awaited<ReturnType<typeof listKeys>>>

export const apiKeysQuery = (workspace: string) =>
  queryOptions({
    queryKey: [workspace, 'api-keys'],
    queryFn: ({ signal }) => read<ApiKeys>(workspace, 'api-keys.list', {}, signal),
  })
