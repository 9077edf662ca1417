'use client'
import { useState } from 'react'
import { CodeBlock } from '@/components/ui/code-block'
import { Td, Th, Tr } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import type { Tail } from '@/lib/events/client'

type Props = { item: Tail['items'][number]; zone: string; now: string }

const doors = { http: 'HTTP', import: 'File', webhook: 'Webhook' }

/** One event; its properties unfold. */
export function TailRow({ item, zone, now }: Props) {
  const [open, setOpen] = useState(false)
  const keys = Object.keys(item.properties ?? {})
  return (
    <>
      <Tr>
        <Th scope="row" className="max-w-72 truncate font-mono text-xs" title={item.name}>
          {item.name}
        </Th>
        <Td className="max-w-64 truncate">{item.personId ?? <span className="text-ink-3">nobody</span>}</Td>
        <Td quiet>
          <Time at={item.occurredAt} zone={zone} />
        </Td>
        <Td quiet>
          <Time at={item.receivedAt} zone={zone} as="relative" now={now} />
        </Td>
        <Td quiet className="max-w-48 truncate" title={item.source.name ?? undefined}>
          {item.source.name ?? doors[item.source.kind]}
        </Td>
        <Td>
          {keys.length === 0 ? (
            <span className="text-ink-3">{item.properties === null ? 'hidden' : 'none'}</span>
          ) : (
            <button
              type="button"
              aria-expanded={open}
              onClick={() => setOpen(!open)}
              className="max-w-72 truncate rounded-sm text-left text-accent hover:underline"
            >
              {keys.join(', ')}
            </button>
          )}
        </Td>
      </Tr>
      {open && (
        <tr>
          <td colSpan={6} className="border-t border-line px-4 py-2 max-md:px-3">
            <CodeBlock label={`Properties of ${item.name}`} code={JSON.stringify(item.properties, null, 2)} />
          </td>
        </tr>
      )}
    </>
  )
}
