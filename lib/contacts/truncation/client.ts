import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import type { JsonOf } from '@/lib/api/json-of'
import { read } from '@/lib/api/read'
import type { Effect, truncationsSchema } from './schema'

export type TruncationEffect = JsonOf<Effect>
export type Truncations = JsonOf<z.output<typeof truncationsSchema>>
export type Truncation = Truncations['items'][number]

export const isGoing = ({ state }: Pick<Truncation, 'state'>): boolean =>
  state === 'queued' || state === 'running'

/** What dropping the actions before a local day would do. */
export const truncationEffectQuery = (workspace: string, before: string) =>
  queryOptions({
    queryKey: [workspace, 'contacts', 'truncation-effect', before],
    queryFn: ({ signal }) =>
      read<TruncationEffect>(workspace, 'contacts.truncation-effect', { before }, signal),
    staleTime: 60_000,
    retry: false,
    placeholderData: keepPreviousData,
  })

/** The newest first; followed while one is under way. */
export const truncationsQuery = (workspace: string) =>
  queryOptions({
    queryKey: [workspace, 'contacts', 'truncations'],
    queryFn: ({ signal }) => read<Truncations>(workspace, 'contacts.truncations', {}, signal),
    refetchInterval: ({ state }) => (state.data?.items.some(isGoing) ? 700 : false),
  })
