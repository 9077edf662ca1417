import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { JsonOf } from '@/lib/api/json-of'
import { read } from '@/lib/api/read'
import type { modelsOverview } from './operations'

export type ModelsOverview = JsonOf<Awaited<ReturnType<typeof modelsOverview>>>
export type ListedModel = ModelsOverview['items'][number]

/** The models of a workspace with what is published, drafted and scored of each. */
export const modelsOverviewQuery = (workspace: string, archived: boolean) =>
  queryOptions({
    queryKey: [workspace, 'models', 'overview', archived],
    queryFn: ({ signal }) => read<ModelsOverview>(workspace, 'models.overview', { archived }, signal),
    placeholderData: keepPreviousData,
    refetchInterval: 15_000,
  })
