'use client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { Card, CardBody } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { Progress } from '@/components/ui/progress'
import { actionValue } from '@/lib/api/action-value'
import { cancelDemo } from '@/lib/demo/actions'
import { demoQuery, isUnderWay } from '@/lib/demo/client'
import { formatNumber } from '@/lib/format/number'
import { LoadDemo } from './load-demo'

/** The demo on its way in, with its end in sight and a way to stop it; or why it stopped. Else nothing. */
export function DemoNotice({ workspace, may }: { workspace: string; may: boolean }) {
  const client = useQueryClient()
  const { data } = useQuery(demoQuery(workspace))
  const cancel = useMutation({
    mutationFn: async () => actionValue(await cancelDemo(workspace, {})),
    onSettled: () => client.invalidateQueries(demoQuery(workspace)),
  })
  useRefreshAtEachPhase(workspace, data?.load?.phase)
  const load = data?.load
  if (!load || load.state === 'done') return null
  if (isUnderWay(data)) {
    const phase = load.phase || 'The demo waits for its turn'
    const written = load.events > 0 ? ` · ${formatNumber(load.events)} events written` : ''
    return (
      <Card aria-label="Demo under way">
        <CardBody>
          <Progress
            label={`${phase}${written}`}
            done={Math.round(load.progress * 100)}
            total={100}
            unit="%"
            remainingMs={load.remainingMs}
            action={
              may && (
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
  const action = may && data.mayLoad && <LoadDemo workspace={workspace}>Go on with the demo</LoadDemo>
  return load.state === 'failed' ? (
    <Notice kind="error" title="The demo could not be loaded" action={action}>
      {load.error} What was written stays; going on adds the rest.
    </Notice>
  ) : (
    <Notice title="The demo was cancelled" action={action}>
      What was written stays; going on adds the rest.
    </Notice>
  )
}

/** What the pages show changes with every phase that ends, so what they have read is read again. */
function useRefreshAtEachPhase(workspace: string, phase: string | undefined) {
  const client = useQueryClient()
  const before = useRef(phase)
  useEffect(() => {
    if (before.current !== undefined && phase !== undefined && before.current !== phase)
      void client.invalidateQueries({ queryKey: [workspace] })
    before.current = phase
  }, [client, workspace, phase])
}
