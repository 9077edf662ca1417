import { queryOptions } from '@tanstack/react-query'
import type { JsonOf } from '@/lib/api/json-of'
import { read } from '@/lib/api/read'
import type { AccountsPage as Page } from './schema'

export type AccountsPage = JsonOf<Page>

/** The few accounts whom a search finds: for a list under a text box. */
export const foundAccountsQuery = (workspace: string, search: string) =>
  queryOptions({
    queryKey: [workspace, 'accounts', 'found', search],
    queryFn: ({ signal }) => read<AccountsPage>(workspace, 'accounts.list', { search, limit: 4 }, signal),
    staleTime: 30_000,
  })
