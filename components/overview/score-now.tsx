'use client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from '@/components/ui/button'
import { actionValue } from '@/lib/api/action-value'
import { startRun } from '@/lib/models/actions'
import { overviewQuery } from '@/lib/engagement/client'

/** Scores everybody at the instant until which the workspace is observed. */
export function ScoreNow({ workspace, model, first }: { workspace: string; model: string; first: boolean }) {
  const client = useQueryClient()
  const start = useMutation({
    mutationFn: async () => actionValue(await startRun(workspace, { id: model })),
    onSettled: () => client.invalidateQueries(overviewQuery(workspace)),
  })
  return (
    <Button
      variant={first ? 'go' : 'plain'}
      busy={start.isPending}
      title={start.error?.message}
      onClick={() => start.mutate()}
    >
      {start.isError ? 'Try again' : 'Score now'}
    </Button>
  )
}
