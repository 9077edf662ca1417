'use client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { Card, CardBody, CardHeader, CardTable } from '@/components/ui/card'
import { Progress } from '@/components/ui/progress'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import { actionValue } from '@/lib/api/action-value'
import { cancelTruncation } from '@/lib/contacts/truncation/actions'
import { type Truncation, isGoing, truncationsQuery } from '@/lib/contacts/truncation/client'
import { formatDay, formatInstant } from '@/lib/format/instant'
import { formatNumber } from '@/lib/format/number'

const stands: Record<Truncation['state'], string> = {
  queued: 'waits',
  running: 'at work',
  done: 'done',
  failed: 'failed',
  cancelled: 'cancelled: what was not dropped by then stays',
}

type Props = { workspace: string; zone: string; mayCancel: boolean }

/** What was dropped, when and by whom; how far the one is that is under way. */
export function TruncationsCard({ workspace, zone, mayCancel }: Props) {
  const client = useQueryClient()
  const { data } = useQuery(truncationsQuery(workspace))
  const going = data?.items.find(isGoing) ?? null
  const cancel = useMutation({
    mutationFn: async (id: string) => actionValue(await cancelTruncation(workspace, { id })),
    onSuccess: () => client.invalidateQueries({ queryKey: truncationsQuery(workspace).queryKey }),
  })
  // What it did shows everywhere once it has ended.
  const before = useRef<string | null>(null)
  const goingId = going?.id ?? null
  useEffect(() => {
    if (before.current && !goingId) void client.invalidateQueries({ queryKey: [workspace] })
    before.current = goingId
  }, [client, workspace, goingId])
  if (!data || data.items.length === 0) return null
  return (
    <Card aria-labelledby="truncations">
      <CardHeader id="truncations" title="What was dropped" />
      {going && (
        <CardBody>
          <Progress
            label={`Dropping actions before ${formatDay(going.before, zone)}`}
            done={Math.round(going.progress * 100)}
            total={100}
            unit="%"
            action={
              mayCancel && (
                <Button busy={cancel.isPending} onClick={() => cancel.mutate(going.id)}>
                  Cancel
                </Button>
              )
            }
          />
        </CardBody>
      )}
      <CardTable>
        <Table label="Truncations">
          <thead>
            <tr>
              <Th>Before</Th>
              <Th numeric>Actions dropped</Th>
              <Th>State</Th>
              <Th>Asked for</Th>
            </tr>
          </thead>
          <tbody>
            {data.items.map((one) => (
              <Tr key={one.id}>
                <Td>{formatDay(one.before, zone)}</Td>
                <Td numeric>{formatNumber(one.dropped)}</Td>
                <Td caption={one.error}>{stands[one.state]}</Td>
                <Td caption={one.createdBy}>{formatInstant(one.createdAt, zone)}</Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      </CardTable>
    </Card>
  )
}
