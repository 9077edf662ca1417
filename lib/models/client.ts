import { keepPreviousData, infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { JsonOf } from '@/lib/api/json-of'
import { read } from '@/lib/api/read'
import type { Compared } from './compared-in'
import type { listModels } from './operations'
import type {
  Comparison as ComparisonOutput,
  ModelHistory as HistoryOutput,
  VersionHistory as VersionsOutput,
} from './schema'

export type VersionHistory = JsonOf<VersionsOutput>
export type ModelHistory = JsonOf<HistoryOutput>
export type Comparison = JsonOf<ComparisonOutput>

export type Models = JsonOf<Awaited<ReturnType<typeof listModels>>>

/** The models in use, of both kinds. */
export const modelsQuery = (workspace: string) =>
  queryOptions({
    queryKey: [workspace, 'models'],
    queryFn: ({ signal }) => read<Models>(workspace, 'models.list', {}, signal),
    staleTime: 30_000,
  })

/** Every version of a model, with what it changed and whom it has scored. */
export const versionsQuery = (workspace: string, model: string) =>
  queryOptions({
    queryKey: [workspace, 'versions', model],
    queryFn: ({ signal }) => read<VersionHistory>(workspace, 'versions.history', { id: model }, signal),
  })

/** The document of a version. */
export const versionQuery = (workspace: string, model: string, version: number) =>
  queryOptions({
    queryKey: [workspace, 'version', model, version],
    queryFn: ({ signal }) =>
      read<{ document: Record<string, unknown> }>(workspace, 'versions.get', { id: model, version }, signal),
    staleTime: Infinity,
  })

const ENTRIES = 25

/** Who did what with a model, some entries at a time. */
export const modelHistoryQuery = (workspace: string, model: string) =>
  infiniteQueryOptions({
    queryKey: [workspace, 'model-history', model],
    queryFn: ({ signal, pageParam }) =>
      read<ModelHistory>(
        workspace,
        'models.history',
        { id: model, limit: ENTRIES, cursor: pageParam },
        signal,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  })

/** Two versions on one date; asked again while one of them is being scored. */
export const comparisonQuery = (workspace: string, model: string, compared: Compared) =>
  queryOptions({
    queryKey: [workspace, 'comparison', model, compared],
    queryFn: ({ signal }) =>
      read<Comparison>(workspace, 'versions.compare', { id: model, ...compared }, signal),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => ((state.data?.missing.length ?? 0) > 0 ? 2_000 : false),
    staleTime: 30_000,
  })

type Run = { id: string; state: string; progress: number; error: string | null }

/** A run that was started here, until it has ended. */
export const startedRunQuery = (workspace: string, id: string) =>
  queryOptions({
    queryKey: [workspace, 'run', id],
    queryFn: ({ signal }) => read<Run>(workspace, 'runs.get', { id }, signal),
    refetchInterval: ({ state }) =>
      state.data === undefined || state.data.state === 'queued' || state.data.state === 'running'
        ? 500
        : false,
  })
