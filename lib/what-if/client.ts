import { queryOptions } from '@tanstack/react-query'
import type { JsonOf } from '@/lib/api/json-of'
import { read } from '@/lib/api/read'
import type { WhatIf } from '@/lib/scoring/engagement/what-if/what-if'
import type { Prepared as PreparedOutput, Preview as PreviewOutput } from './schema'

export type Prepared = JsonOf<PreparedOutput>
export type Preview = JsonOf<PreviewOutput>

/** Often enough for a bar that moves, and rare enough to leave the count alone. */
const whileCounting = 500

/**
 * Whether a document can be previewed at once; followed while it is counted.
 *
 * @param key of all that decides what is counted: as long as it stays, so does the answer
 * @param document the newest document of that key
 */
export const prepareQuery = (workspace: string, model: string, key: string, document: () => object) =>
  queryOptions({
    queryKey: [workspace, 'what-if', model, 'prepare', key],
    queryFn: ({ signal }) =>
      read<Prepared>(workspace, 'what-if.prepare', { id: model, document: document() }, signal),
    refetchInterval: ({ state }) => (state.data?.state === 'counting' ? whileCounting : false),
    staleTime: 30_000,
  })

/** Counts again what failed or was cancelled. */
export const prepareAgain = (workspace: string, model: string, document: object): Promise<Prepared> =>
  read<Prepared>(workspace, 'what-if.prepare', { id: model, document, again: true })

/** The answer of a preview in the shape that the browser computes itself. */
function whatIfOf({ tiers, change, zeroRules, ties, behaviors, together, ...rest }: Preview): WhatIf {
  const { n, states, bins, zeros, rawBins, zeroShare, medianRaw, stages } = rest
  const placed = { bins, zeros, tiers: tiers.map(({ key, people }) => ({ key, people })) }
  return {
    summary: { n, states, ...placed, other: null, rawBins, zeroShare, medianRaw, stages },
    change,
    zeroRules,
    ties,
    behaviors,
    together,
  }
}

/** A preview computed by the server: of large populations, and of movers by name. */
export const previewQuery = (workspace: string, model: string, document: object, movers: number) =>
  queryOptions({
    queryKey: [workspace, 'what-if', model, 'preview', movers, document],
    queryFn: async ({ signal }) => {
      const preview = await read<Preview>(
        workspace,
        'models.preview',
        { id: model, document, movers },
        signal,
      )
      return { ...preview, whatIf: whatIfOf(preview) }
    },
    staleTime: 30_000,
    gcTime: 60_000,
  })
