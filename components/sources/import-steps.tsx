'use client'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { Notice } from '@/components/ui/notice'
import { Skeleton } from '@/components/ui/skeleton'
import { importQuery, importsQuery, previewQuery } from '@/lib/imports/client'
import { ImportResult } from './import-result'
import { MappingForm } from './mapping-form'

type Props = { workspace: string; id: string; onClose: () => void }

/** What an import needs next: its mapping, patience, or a look at the result. */
export function ImportSteps({ workspace, id, onClose }: Props) {
  const client = useQueryClient()
  const state = useQuery(importQuery(workspace, id))
  const stage = state.data?.state
  useEffect(() => {
    void client.invalidateQueries({ queryKey: importsQuery(workspace).queryKey, exact: true })
  }, [client, workspace, stage])
  const waiting =
    state.data?.state === 'uploaded' || (state.data?.dryRun === true && state.data.state === 'done')
  const preview = useQuery({ ...previewQuery(workspace, id), enabled: state.data !== undefined && waiting })
  const problem = state.error ?? preview.error
  if (problem) return <Notice kind="error" live title={problem.message} />
  if (!state.data) return <Skeleton className="h-40" />
  return (
    <div className="grid gap-4">
      {state.data.state !== 'uploaded' && (
        <ImportResult workspace={workspace} data={state.data} onClose={onClose} />
      )}
      {waiting && preview.data && (
        <MappingForm workspace={workspace} id={id} preview={preview.data.preview} onClose={onClose} />
      )}
    </div>
  )
}
