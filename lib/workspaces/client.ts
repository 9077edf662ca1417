import { queryOptions } from '@tanstack/react-query'
import type { JsonOf } from '@/lib/api/json-of'
import { read } from '@/lib/api/read'
import type { listKeys } from './operations'

export type ApiKeys = JsonOf<Awaited<ReturnType<typeof listKeys>>>

export const apiKeysQuery = (workspace: string) =>
  queryOptions({
    queryKey: [workspace, 'api-keys'],
    queryFn: ({ signal }) => read<ApiKeys>(workspace, 'api-keys.list', {}, signal),
  })
