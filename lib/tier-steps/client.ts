import { queryOptions } from '@tanstack/react-query'
import type { JsonOf } from '@/lib/api/json-of'
import { read } from '@/lib/api/read'
import type { TierSteps as Output } from './schema'

export type TierSteps = JsonOf<Output>
export type TierStep = TierSteps['steps'][number]
export type ComparedBehavior = TierStep['behaviors'][number]

/**
 * What every tier does less than the one above it, at the newest scores that tell.
 * @param live the newest version: another one has other scores
 */
export const tierStepsQuery = (workspace: string, model: string, live: number | null) =>
  queryOptions({
    queryKey: [workspace, 'tier-steps', model, live],
    queryFn: ({ signal }) => read<TierSteps>(workspace, 'tiers.steps', { id: model }, signal),
    staleTime: 60_000,
  })
