'use client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from '@/components/ui/button'
import { Card, CardBody } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { Progress } from '@/components/ui/progress'
import { actionValue } from '@/lib/api/action-value'
import { cancelRun } from '@/lib/engagement/actions'
import { type Overview, overviewQuery } from '@/lib/engagement/client'
import { formatInstant } from '@/lib/format/instant'

/** The run under way, with its end in sight and a way to stop it; or why the last one failed. */
export function RunNotice({ workspace, data, may }: { workspace: string; data: Overview; may: boolean }) {
  const client = useQueryClient()
  const { running, failed, timeZone } = data
  const cancel = useMutation({
    mutationFn: async (id: string) => actionValue(await cancelRun(workspace, { id })),
    onSettled: () => client.invalidateQueries(overviewQuery(workspace)),
  })
  if (running) {
    return (
      <Card aria-label="Run under way">
        <CardBody>
          <Progress
            label={`Scoring everybody as of ${formatInstant(running.asOf, timeZone)}`}
            done={Math.round(running.progress * 100)}
            total={100}
            unit="%"
            action={
              may && (
                <Button busy={cancel.isPending} onClick={() => cancel.mutate(running.id)}>
                  Cancel
                </Button>
              )
            }
          />
        </CardBody>
      </Card>
    )
  }
  if (!failed) return null
  return (
    <Notice kind="error" title={`The run as of ${formatInstant(failed.asOf, timeZone)} failed`}>
      {failed.error} The numbers below are those of the last run that ended well. Score again to retry.
    </Notice>
  )
}
