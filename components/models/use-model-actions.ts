'use client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { download } from '@/components/charts/download'
import { actionValue } from '@/lib/api/action-value'
import { read } from '@/lib/api/read'
import { archiveModel, duplicateModel, restoreModel } from '@/lib/models/actions'
import type { ListedModel } from '@/lib/models/list/client'
import { fileNameOf } from './models-words'

type Exported = { document: Record<string, unknown> }

/** What can be done with a model of the list. Each rejects with the reason in words. */
export function useModelActions(workspace: string, { id, name, version }: ListedModel) {
  const client = useQueryClient()
  const router = useRouter()
  const told = () => client.invalidateQueries({ queryKey: [workspace, 'models'] })

  const duplicate = useMutation({
    mutationFn: async () => actionValue(await duplicateModel(workspace, { id })),
    onSuccess: (made) => {
      void told()
      router.push(`/w/${workspace}/models/${made.id}`)
    },
  })
  const archive = useMutation({
    mutationFn: async () => actionValue(await archiveModel(workspace, { id })),
    onSuccess: told,
  })
  const restore = useMutation({
    mutationFn: async () => actionValue(await restoreModel(workspace, { id })),
    onSuccess: told,
  })
  const exportJson = useMutation({
    mutationFn: async (part: 'live' | 'draft') => {
      const { document } =
        part === 'live'
          ? await read<Exported>(workspace, 'versions.get', { id, version })
          : await read<Exported>(workspace, 'drafts.get', { id })
      const text = `${JSON.stringify(document, null, 2)}\n`
      const fileName = fileNameOf(name, part === 'live' ? `v${version}` : 'draft')
      download(new Blob([text], { type: 'application/json' }), fileName)
    },
  })
  return { duplicate, archive, restore, exportJson }
}
