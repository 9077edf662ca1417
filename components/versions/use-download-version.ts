'use client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { download } from '@/components/charts/download'
import { fileNameOf } from '@/components/models/models-words'
import { versionQuery } from '@/lib/models/client'

/** Hands the document of a version to the browser as a file, as it can be sent to `POST /api/v1/models`. */
export function useDownloadVersion(workspace: string, model: { id: string; name: string }, version: number) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async () => {
      const { document } = await client.fetchQuery(versionQuery(workspace, model.id, version))
      const json = `${JSON.stringify(document, null, 2)}\n`
      download(new Blob([json], { type: 'application/json' }), fileNameOf(model.name, `v${version}`))
    },
  })
}
