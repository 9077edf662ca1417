'use client'
import { useState } from 'react'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Card, CardHeader, CardTable } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import { formatNumber } from '@/lib/format/number'
import type { Providers } from '@/lib/sources/providers/client'
import { wordsOf } from '@/lib/sources/providers/provider-words'
import { AddProviderDialog } from './add-provider-dialog'
import { ProviderDialog } from './provider-dialog'

type Props = { workspace: string; zone: string; items: Providers['items']; may: boolean }

/** The e-mail providers that tell what became of messages, and what each of them delivered. */
export function ProvidersCard({ workspace, zone, items, may }: Props) {
  const [shown, setShown] = useState<string>()
  const open = items.find(({ id }) => id === shown)
  return (
    <Card aria-labelledby="providers">
      <CardHeader
        id="providers"
        title="E-mail providers"
        caption="What becomes of your messages: delivered, read, clicked, bounced. Accepted and failures are of the last 30 days."
        tools={may && <AddProviderDialog workspace={workspace} />}
      />
      {items.length === 0 ? (
        <EmptyState title="No provider is connected" className="py-6">
          {may
            ? 'Add one, enter its address at the provider, and contacts’ actions come in as they happen.'
            : 'An owner or an admin can add one.'}
        </EmptyState>
      ) : (
        <CardTable>
          <Table label="E-mail providers">
            <thead>
              <tr>
                <Th>Source</Th>
                <Th>Provider</Th>
                <Th>Last delivery</Th>
                <Th numeric>Accepted, actions</Th>
                <Th numeric>Failures, deliveries</Th>
                <Th>
                  <span className="sr-only">State and details</span>
                </Th>
              </tr>
            </thead>
            <tbody>
              {items.map((item) => (
                <Tr key={item.id}>
                  <Th scope="row">{item.name}</Th>
                  <Td quiet>{wordsOf(item.provider).name}</Td>
                  <Td quiet>
                    {item.lastDeliveryAt ? <Time at={item.lastDeliveryAt} zone={zone} /> : 'none yet'}
                  </Td>
                  <Td numeric>{formatNumber(item.accepted)}</Td>
                  <Td numeric className={item.failures > 0 ? 'text-danger' : undefined}>
                    {formatNumber(item.failures)}
                  </Td>
                  <Td>
                    <span className="flex items-center justify-end gap-2">
                      {stateOf(item)}
                      <Button variant="quiet" onClick={() => setShown(item.id)}>
                        Deliveries<span className="sr-only"> of {item.name}</span>
                      </Button>
                    </span>
                  </Td>
                </Tr>
              ))}
            </tbody>
          </Table>
        </CardTable>
      )}
      {open && (
        <ProviderDialog
          key={open.id}
          workspace={workspace}
          zone={zone}
          item={open}
          may={may}
          onClose={() => setShown(undefined)}
        />
      )}
    </Card>
  )
}

function stateOf({ disabledAt, provider, hasSecret, topicArn }: Providers['items'][number]) {
  if (disabledAt) return <Badge>Disabled</Badge>
  if (provider === 'amazon_ses') return topicArn ? null : <Badge tone="outline">Topic not confirmed</Badge>
  return hasSecret ? null : <Badge tone="danger">Secret missing</Badge>
}
