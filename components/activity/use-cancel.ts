'use client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { actionValue } from '@/lib/api/action-value'
import { type ActivityItem, activityQuery } from '@/lib/activity/client'
import { cancelTruncation } from '@/lib/contacts/truncation/actions'
import { cancelDemo } from '@/lib/demo/actions'
import { cancelRun } from '@/lib/engagement/actions'
import { stopImport } from '@/lib/imports/actions'
import { cancelPreview } from '@/lib/what-if/actions'

/** Asks for the end of a piece of work, by the operation of its kind. */
export function useCancel(workspace: string, { kind, id }: ActivityItem) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async () => {
      if (kind === 'demo') actionValue(await cancelDemo(workspace, {}))
      else if (kind === 'import' || kind === 'check') actionValue(await stopImport(workspace, { id }))
      else if (kind === 'truncation') actionValue(await cancelTruncation(workspace, { id }))
      else if (kind === 'preview') actionValue(await cancelPreview(workspace, { id }))
      else actionValue(await cancelRun(workspace, { id }))
    },
    onSettled: () => client.invalidateQueries(activityQuery(workspace)),
  })
}
