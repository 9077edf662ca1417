import { queryOptions } from '@tanstack/react-query'
import type { JsonOf } from '@/lib/api/json-of'
import { ReadError, read } from '@/lib/api/read'
import type { allImports, previewImport } from './operations'
import type { ImportView } from './schema'

export type ImportJson = JsonOf<ImportView>
export type Imports = JsonOf<Awaited<ReturnType<typeof allImports>>>
export type ImportPreview = JsonOf<Awaited<ReturnType<typeof previewImport>>>

export const isUnderWay = ({ state }: { state: ImportView['state'] }) =>
  state === 'queued' || state === 'running'

/** The newest ones; older imports are read over the API. */
export const shownImports = 50

export const importsQuery = (workspace: string) =>
  queryOptions({
    queryKey: [workspace, 'imports'],
    queryFn: ({ signal }) => read<Imports>(workspace, 'imports.list', { limit: shownImports }, signal),
    refetchInterval: ({ state }) => (state.data?.items.some(isUnderWay) ? 1_000 : 10_000),
  })

export const importQuery = (workspace: string, id: string) =>
  queryOptions({
    queryKey: [workspace, 'imports', id],
    queryFn: ({ signal }) => read<ImportJson>(workspace, 'imports.get', { id }, signal),
    refetchInterval: ({ state }) => (!state.data || isUnderWay(state.data) ? 400 : false),
  })

export const previewQuery = (workspace: string, id: string) =>
  queryOptions({
    queryKey: [workspace, 'imports', id, 'preview'],
    queryFn: ({ signal }) => read<ImportPreview>(workspace, 'imports.preview', { id }, signal),
    staleTime: Infinity,
  })

/**
 * Sends a file, telling how far it is (0 to 1); XMLHttpRequest because fetch cannot tell. Throws ReadError.
 */
export function uploadFile(
  workspace: string,
  file: File,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<ImportJson> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    const query = new URLSearchParams({ workspace, fileName: file.name })
    request.open('POST', `/api/uploads?${query}`)
    request.responseType = 'json'
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0)
    request.onload = () => {
      const body = request.response as ImportJson & { error?: { code: string; message: string } }
      if (request.status === 200) resolve(body)
      else
        reject(new ReadError(body?.error?.code ?? 'internal', body?.error?.message ?? 'The upload failed.'))
    }
    request.onerror = () => reject(new ReadError('offline', 'The upload was broken off. Try again.'))
    request.onabort = () => reject(new ReadError('cancelled', 'The upload was cancelled.'))
    signal.addEventListener('abort', () => request.abort())
    request.send(file)
  })
}
