'use client'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Card, CardHeader, CardTable } from '@/components/ui/card'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import { formatBytes } from '@/lib/format/bytes'
import { formatNumber } from '@/lib/format/number'
import { formatPercent } from '@/lib/format/percent'
import { type Imports, isUnderWay } from '@/lib/imports/client'
import type { ImportKind } from '@/lib/imports/schema'
import { kindLabels } from './mapping-fields'

type Props = { workspace: string; zone: string; items: Imports['items'] }

const words = {
  uploaded: 'Waits for its mapping',
  queued: 'Waiting',
  failed: 'Failed',
  cancelled: 'Cancelled',
}

function state(item: Imports['items'][number]): string {
  if (item.state === 'running')
    return `${item.dryRun ? 'Checking' : 'Importing'}, ${formatPercent(item.progress, 0)}`
  if (item.state === 'done') return item.dryRun ? 'Checked' : 'Imported'
  return words[item.state]
}

/** What was imported before, newest first. */
export function ImportTable({ workspace, zone, items }: Props) {
  return (
    <Card aria-labelledby="imports">
      <CardHeader
        id="imports"
        title="Imports"
        caption="Newest first. A cancelled or failed import keeps what it accepted."
      />
      <CardTable>
        <Table label="Imports">
          <thead>
            <tr>
              <Th>File</Th>
              <Th>Kind</Th>
              <Th>State</Th>
              <Th numeric>Rows</Th>
              <Th numeric>Accepted</Th>
              <Th numeric>Already there</Th>
              <Th numeric>Refused</Th>
              <Th>Started</Th>
              <Th>
                <span className="sr-only">Refused rows</span>
              </Th>
            </tr>
          </thead>
          <tbody>
            {items.map((item) => (
              <Tr key={item.id}>
                <Th scope="row">
                  {item.fileName} <span className="text-xs text-ink-3">{formatBytes(item.size)}</span>
                </Th>
                <Td quiet>{kindLabels[item.kind as ImportKind]}</Td>
                <Td>
                  <Badge tone={item.state === 'failed' ? 'danger' : isUnderWay(item) ? 'accent' : 'neutral'}>
                    {state(item)}
                  </Badge>
                </Td>
                <Td numeric>{formatNumber(item.rows)}</Td>
                <Td numeric>{formatNumber(item.accepted)}</Td>
                <Td numeric>{formatNumber(item.duplicates)}</Td>
                <Td numeric>{formatNumber(item.rejected)}</Td>
                <Td quiet>
                  <Time at={item.createdAt} zone={zone} />
                </Td>
                <Td className="text-right">
                  {item.rejected > 0 && (
                    <Button variant="quiet" asChild>
                      <a href={`/api/imports/${item.id}/rejects?workspace=${workspace}`}>Refused rows</a>
                    </Button>
                  )}
                </Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      </CardTable>
    </Card>
  )
}
