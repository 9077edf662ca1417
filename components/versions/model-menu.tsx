'use client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Ellipsis } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { ArchiveDialog } from '@/components/models/archive-dialog'
import { DropdownMenu, DropdownMenuItem } from '@/components/ui/dropdown-menu'
import { IconButton } from '@/components/ui/icon-button'
import { actionValue } from '@/lib/api/action-value'
import { archiveModel, duplicateModel, restoreModel } from '@/lib/models/actions'

type Props = { workspace: string; model: { id: string; name: string; archivedAt: string | null } }

/** Duplicate, archive or restore a model. */
export function ModelMenu({ workspace, model }: Props) {
  const router = useRouter()
  const client = useQueryClient()
  const [asking, setAsking] = useState(false)
  const done = async () => {
    await client.invalidateQueries({ queryKey: [workspace] })
    router.refresh()
  }
  const duplicate = useMutation({
    mutationFn: async () => actionValue(await duplicateModel(workspace, { id: model.id })),
    onSuccess: ({ id }) => router.push(`/w/${workspace}/models/${id}`),
  })
  const archive = useMutation({
    mutationFn: async () => actionValue(await archiveModel(workspace, { id: model.id })),
    onSuccess: done,
  })
  const restore = useMutation({
    mutationFn: async () => actionValue(await restoreModel(workspace, { id: model.id })),
    onSuccess: done,
  })
  const failure = duplicate.error ?? restore.error
  return (
    <>
      {failure && (
        <p role="alert" className="max-w-72 truncate text-xs text-danger" title={failure.message}>
          {failure.message}
        </p>
      )}
      <DropdownMenu
        align="end"
        trigger={
          <IconButton label="More for this model">
            <Ellipsis aria-hidden />
          </IconButton>
        }
      >
        <DropdownMenuItem disabled={duplicate.isPending} onSelect={() => duplicate.mutate()}>
          Duplicate the model
        </DropdownMenuItem>
        {model.archivedAt ? (
          <DropdownMenuItem disabled={restore.isPending} onSelect={() => restore.mutate()}>
            Restore the model
          </DropdownMenuItem>
        ) : (
          <DropdownMenuItem onSelect={() => setAsking(true)}>Archive the model…</DropdownMenuItem>
        )}
      </DropdownMenu>
      <ArchiveDialog name={model.name} open={asking} onOpenChange={setAsking} archive={archive} />
    </>
  )
}
