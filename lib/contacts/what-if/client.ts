import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { JsonOf } from '@/lib/api/json-of'
import { read } from '@/lib/api/read'
import type { PreparedStars as PreparedOutput, StarsPreview as PreviewOutput } from './schema'

export type PreparedStars = JsonOf<PreparedOutput>
export type StarsPreview = JsonOf<PreviewOutput>

/**
 * What a preview is made from; a version that was just published is waited for.
 *
 * @param key of what is an action: as long as it stays, so does the answer
 * @param document the newest document of that key
 */
export const prepareStarsQuery = (
  workspace: string,
  model: string,
  key: string,
  document: () => object,
  liveVersion: number | null,
) =>
  queryOptions({
    queryKey: [workspace, 'what-if', model, 'prepare-contacts', key, liveVersion],
    queryFn: ({ signal }) =>
      read<PreparedStars>(workspace, 'what-if.prepare-contacts', { id: model, document: document() }, signal),
    staleTime: 60_000,
    placeholderData: keepPreviousData,
  })

/** A preview computed by the server: of large lists, and of movers by name. */
export const starsPreviewQuery = (workspace: string, model: string, document: object, movers: number) =>
  queryOptions({
    queryKey: [workspace, 'what-if', model, 'preview-contacts', movers, document],
    queryFn: ({ signal }) =>
      read<StarsPreview>(workspace, 'models.preview-contacts', { id: model, document, movers }, signal),
    staleTime: 30_000,
    gcTime: 60_000,
    placeholderData: keepPreviousData,
  })
