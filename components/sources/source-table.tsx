'use client'
import { useQueryClient } from '@tanstack/react-query'
import { Badge } from '@/components/ui/badge'
import { RevokeButton } from '@/components/settings/revoke-button'
import { Card, CardHeader, CardTable } from '@/components/ui/card'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import { formatNumber } from '@/lib/format/number'
import { actionValue } from '@/lib/api/action-value'
import { revokeSource } from '@/lib/sources/actions'
import { type Sources, sourcesQuery } from '@/lib/sources/client'

type Props = { workspace: string; zone: string; items: Sources['items']; may: boolean }

/** The write keys of a workspace and what came in by each. */
export function SourceTable({ workspace, zone, items, may }: Props) {
  const client = useQueryClient()

  async function revoke(id: string) {
    actionValue(await revokeSource(workspace, { id }))
    await client.invalidateQueries(sourcesQuery(workspace))
  }

  return (
    <Card aria-labelledby="keys">
      <CardHeader
        id="keys"
        title="Write keys"
        caption="Events accepted for ever, refused in the last 30 days."
      />
      <CardTable>
        <Table label="Write keys">
          <thead>
            <tr>
              <Th>Source</Th>
              <Th>Key</Th>
              <Th numeric>Accepted, events</Th>
              <Th numeric>Refused, events</Th>
              <Th>Last event</Th>
              <Th>
                <span className="sr-only">Actions</span>
              </Th>
            </tr>
          </thead>
          <tbody>
            {items.map((item) => (
              <Tr key={item.id}>
                <Th scope="row">{item.name}</Th>
                <Td className="font-mono text-xs">{item.prefix}</Td>
                <Td numeric>{formatNumber(item.accepted)}</Td>
                <Td numeric>{formatNumber(item.refused)}</Td>
                <Td quiet>{item.lastReceived ? <Time at={item.lastReceived} zone={zone} /> : 'none yet'}</Td>
                <Td className="text-right">
                  {item.revokedAt ? (
                    <Badge>Revoked</Badge>
                  ) : (
                    may && (
                      <RevokeButton
                        what={`the key of ${item.name}`}
                        consequence="What still sends with it gets 401 within ten seconds. Events that are in stay in."
                        onRevoke={() => revoke(item.id)}
                      />
                    )
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
