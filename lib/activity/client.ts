import { queryOptions } from '@tanstack/react-query'
import type { JsonOf } from '@/lib/api/json-of'
import { read } from '@/lib/api/read'
import { type ActivityItem as Item, isUnderWay } from './schema'

export type ActivityItem = JsonOf<Item>

const whileBusy = 1_000
const whileQuiet = 15_000

/** Followed closely while something runs, and slowly otherwise. */
export const activityQuery = (workspace: string) =>
  queryOptions({
    queryKey: [workspace, 'activity'],
    queryFn: ({ signal }) => read<{ items: ActivityItem[] }>(workspace, 'activity.list', {}, signal),
    refetchInterval: ({ state }) => (state.data?.items.some(isUnderWay) ? whileBusy : whileQuiet),
  })
