'use client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { Button } from '@/components/ui/button'
import { Card, CardBody } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { Progress } from '@/components/ui/progress'
import { actionValue } from '@/lib/api/action-value'
import { startRun } from '@/lib/models/actions'
import { cancelRun } from '@/lib/engagement/actions'
import { formatInstant } from '@/lib/format/instant'
import { startedRunQuery } from '@/lib/models/client'

type Props = {
  workspace: string
  model: string
  version: number
  asOf: string
  zone: string
  may: boolean
}

/** A version that has not scored the instant yet, and the way to make it. */
export function MissingScores({ workspace, model, version, asOf, zone, may }: Props) {
  const client = useQueryClient()
  const start = useMutation({
    mutationFn: async () => actionValue(await startRun(workspace, { id: model, version, asOf })),
  })
  const id = start.data?.id ?? ''
  const { data: run } = useQuery({ ...startedRunQuery(workspace, id), enabled: id !== '' })
  const cancel = useMutation({ mutationFn: async () => actionValue(await cancelRun(workspace, { id })) })
  const ended = run?.state === 'done'
  useEffect(() => {
    if (ended) void client.invalidateQueries({ queryKey: [workspace, 'comparison', model] })
  }, [ended, client, workspace, model])

  const when = formatInstant(asOf, zone)
  if (id && (!run || run.state === 'queued' || run.state === 'running' || ended)) {
    return (
      <Card aria-label={`Run of v${version}`}>
        <CardBody>
          <Progress
            label={`Scoring everybody under v${version} as of ${when}`}
            done={Math.round((run?.progress ?? 0) * 100)}
            total={100}
            unit="%"
            action={
              !ended && (
                <Button busy={cancel.isPending} onClick={() => cancel.mutate()}>
                  Cancel
                </Button>
              )
            }
          />
        </CardBody>
      </Card>
    )
  }
  const failure = start.error?.message ?? run?.error
  return (
    <Notice
      kind={failure ? 'error' : 'info'}
      live={Boolean(failure)}
      title={failure ?? `v${version} has no scores as of ${when}`}
      action={
        may && (
          <Button variant="go" busy={start.isPending} onClick={() => start.mutate()}>
            {failure ? 'Try again' : `Score v${version} at ${when}`}
          </Button>
        )
      }
    >
      {may
        ? 'It is scored from the events known today; the version that is live stays as it is.'
        : 'Somebody who may start runs can score it; or choose another date.'}
    </Notice>
  )
}
