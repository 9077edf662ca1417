'use client'
import { type QueryKey, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { ReadError } from '@/lib/api/read'
import { contactsOverviewQuery } from '@/lib/contacts/client'
import { RebuildNotice } from './rebuild-notice'

type Props = {
  workspace: string
  asked?: string
  error: Error
  mayScore: boolean
  /** Of the list that was refused. */
  options: { queryKey: QueryKey }
  /** Asks for it again; the same function each time. */
  onRetry: () => unknown
}

/** Why there is no list: it is being made, another version rated everybody meanwhile, or it failed. */
export function ListTrouble({ workspace, asked, error, mayScore, options, onRetry }: Props) {
  const client = useQueryClient()
  const code = error instanceof ReadError ? error.code : null
  const isBeingRated = code === 'rebuilding'
  const { data, dataUpdatedAt } = useQuery({
    ...contactsOverviewQuery(workspace, asked),
    enabled: isBeingRated,
  })
  const isRated = isBeingRated && data !== undefined && !data.rebuilding
  // Asked again with each look at the overview that finds the ratings made.
  useEffect(() => {
    if (isRated) onRetry()
  }, [isRated, dataUpdatedAt, onRetry])
  if (isBeingRated && data?.rebuilding)
    return (
      <RebuildNotice
        workspace={workspace}
        rebuilding={data.rebuilding}
        ratedBy={data.ratedBy}
        may={mayScore}
      />
    )
  if (code === 'conflict')
    return (
      <Notice
        live
        title="Contacts were rated again meanwhile"
        action={<Button onClick={() => void client.resetQueries(options)}>Show the new ratings</Button>}
      >
        The rows below are of the ratings before.
      </Notice>
    )
  return (
    <Notice
      live
      kind={isBeingRated ? 'info' : 'error'}
      title={isBeingRated ? 'Contacts are being rated' : 'The list did not load'}
      action={<Button onClick={() => onRetry()}>Try again</Button>}
    >
      {error.message}
    </Notice>
  )
}
