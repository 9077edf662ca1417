import { Badge } from '@/components/ui/badge'
import { EmptyState } from '@/components/ui/empty-state'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import { formatNumber } from '@/lib/format/number'
import type { Deliveries } from '@/lib/sources/providers/client'
import { countsInWords, outcomeWords } from './delivery-words'

type Delivery = Deliveries['items'][number]

/** What a provider delivered, newest first. */
export function DeliveryTable({ items, zone }: { items: readonly Delivery[]; zone: string }) {
  if (items.length === 0)
    return (
      <EmptyState title="Nothing was delivered yet" className="py-4">
        Whatever arrives at the address is listed here, what is refused too.
      </EmptyState>
    )
  return (
    <div className="-mx-4 min-w-0">
      <Table label="Deliveries">
        <thead>
          <tr>
            <Th>Received</Th>
            <Th>Outcome</Th>
            <Th numeric>New</Th>
            <Th numeric>There already</Th>
            <Th>What else</Th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <Tr key={item.id}>
              <Th scope="row" className="whitespace-nowrap">
                <Time at={item.receivedAt} zone={zone} />
              </Th>
              <Td>
                <span className="flex gap-1">
                  {item.test && <Badge tone="outline">Test</Badge>}
                  <Badge tone={isFailure(item) ? 'danger' : 'neutral'}>{outcomeWords[item.outcome]}</Badge>
                </span>
              </Td>
              <Td numeric>{formatNumber(item.accepted)}</Td>
              <Td numeric>{formatNumber(item.duplicates)}</Td>
              <Td quiet className="min-w-56 text-xs max-md:whitespace-normal">
                {restOf(item)}
                {item.body !== null && (
                  <details>
                    <summary className="cursor-pointer">What was sent</summary>
                    <pre className="font-mono break-all whitespace-pre-wrap">{beginningOf(item.body)}</pre>
                  </details>
                )}
              </Td>
            </Tr>
          ))}
        </tbody>
      </Table>
    </div>
  )
}

/** As much as one looks at in a cell; the API answers more. */
const shownCharacters = 1_000
const beginningOf = (body: string) =>
  body.length > shownCharacters ? `${body.slice(0, shownCharacters)}…` : body

const isFailure = ({ outcome }: Delivery) => outcome !== 'ok' && outcome !== 'challenge'

function restOf({ message, ignored, unknown }: Delivery): string {
  const parts = [
    message,
    Object.keys(ignored).length > 0 && `No actions: ${countsInWords(ignored)}.`,
    Object.keys(unknown).length > 0 && `Unknown: ${countsInWords(unknown)}.`,
  ]
  return parts.filter(Boolean).join(' ')
}
