'use client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from '@/components/ui/button'
import { Card, CardBody, CardFooter } from '@/components/ui/card'
import { Progress } from '@/components/ui/progress'
import { actionValue } from '@/lib/api/action-value'
import type { ContactsOverview } from '@/lib/contacts/client'
import { cancelRun } from '@/lib/engagement/actions'

type Props = {
  workspace: string
  rebuilding: NonNullable<ContactsOverview['rebuilding']>
  ratedBy: ContactsOverview['ratedBy']
  may: boolean
}

/** Everybody is being rated: how far it is, and a way to stop it. */
export function RebuildNotice({ workspace, rebuilding, ratedBy, may }: Props) {
  const client = useQueryClient()
  const cancel = useMutation({
    mutationFn: async () => actionValue(await cancelRun(workspace, { id: rebuilding.runId })),
    onSettled: () => client.invalidateQueries({ queryKey: [workspace, 'contacts'] }),
  })
  const by = ratedBy ? ` by ${ratedBy.model.name} v${ratedBy.version}` : ''
  return (
    <Card aria-label="Rating under way">
      <CardBody>
        <Progress
          label={`Rating every contact${by}`}
          done={Math.round(rebuilding.progress * 100)}
          total={100}
          unit="%"
          action={
            may && (
              <Button busy={cancel.isPending} onClick={() => cancel.mutate()}>
                Cancel
              </Button>
            )
          }
        />
      </CardBody>
      {cancel.isError && (
        <CardFooter role="alert" className="text-danger">
          {cancel.error.message}
        </CardFooter>
      )}
    </Card>
  )
}
