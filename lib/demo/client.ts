import { queryOptions } from '@tanstack/react-query'
import type { JsonOf } from '@/lib/api/json-of'
import { read } from '@/lib/api/read'
import type { getDemo } from './operations'

export type Demo = JsonOf<Awaited<ReturnType<typeof getDemo>>>

export const isUnderWay = ({ load }: Demo): boolean => load?.state === 'queued' || load?.state === 'running'

/** Followed closely while it is being loaded; else nothing changes. */
export const demoQuery = (workspace: string) =>
  queryOptions({
    queryKey: [workspace, 'demo'],
    queryFn: ({ signal }) => read<Demo>(workspace, 'demo.get', {}, signal),
    refetchInterval: ({ state }) => (state.data && isUnderWay(state.data) ? 700 : false),
  })
