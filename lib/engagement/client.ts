import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { JsonOf } from '@/lib/api/json-of'
import { read } from '@/lib/api/read'
import type { overview } from './operations'
import type { Direction, Movers as MoversOutput, TiersOverTime as TiersOutput } from './over-time-schema'

export type Overview = JsonOf<Awaited<ReturnType<typeof overview>>>

/**
 * Of the model asked for, else of the newest published one. Followed closely while a run works, and slowly otherwise.
 */
export const overviewQuery = (workspace: string, model?: string) =>
  queryOptions({
    queryKey: model ? [workspace, 'overview', model] : [workspace, 'overview'],
    queryFn: ({ signal }) => read<Overview>(workspace, 'overview.get', { model }, signal),
    refetchInterval: ({ state }) => (state.data?.running ? 500 : state.data?.restating ? 1_000 : 5_000),
  })

export type TiersOverTime = JsonOf<TiersOutput>
export type Movers = JsonOf<MoversOutput>

/** The scores a page shows: whatever is asked of them changes only with the run. */
export type Scored = { model: string; version: number; asOf: string; runId: string }

/** Tier shares of the past year; `weeks` of it are still being scored, and each one done is one more to show. */
export const tiersQuery = (
  workspace: string,
  { model, version, asOf, runId }: Scored,
  reference: 'frozen' | 'rolling',
  weeks: number | null,
) =>
  queryOptions({
    queryKey: [workspace, 'tiers', runId, reference, weeks],
    queryFn: ({ signal }) =>
      read<TiersOverTime>(workspace, 'tiers.over-time', { id: model, version, to: asOf, reference }, signal),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  })

/** The people whose score changed most up to these scores; `earlier` are those it is compared with. */
export const moversQuery = (
  workspace: string,
  { model, asOf, runId }: Scored,
  direction: Direction,
  earlier: string | null,
  limit = 8,
) =>
  queryOptions({
    queryKey: [workspace, 'movers', runId, earlier, direction, limit],
    queryFn: ({ signal }) =>
      read<Movers>(workspace, 'movers.list', { id: model, to: asOf, direction, limit }, signal),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  })
