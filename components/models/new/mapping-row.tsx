'use client'
import { Badge } from '@/components/ui/badge'
import type { PickableEvent } from '@/components/model/behaviors/pickable-events'
import type { Catalog } from '@/lib/events/client'
import type { Suggested } from '@/lib/models/templates/client'
import { EventChoice } from './event-choice'

type Props = {
  name: string
  why: string
  weight: number | null
  measure: string | null
  /** It is what should follow from the score, not a part of it. */
  isOutcome: boolean
  event: string | null
  reason: string
  /** Names of the other behaviors that count the same event. */
  alsoFor: readonly string[]
  candidates: Suggested['items'][number]['candidates']
  catalog: Catalog
  events: readonly PickableEvent[]
  onChoose: (event: string | null) => void
}

const counted: Record<string, string> = {
  count: 'each time',
  days: 'days with it',
  once: 'at least once',
  first: 'the first time',
  sum: 'summed',
}

/** A behavior of a template and its event. */
export function MappingRow({
  name,
  why,
  weight,
  measure,
  isOutcome,
  event,
  reason,
  alsoFor,
  ...choice
}: Props) {
  return (
    <li className="grid gap-x-6 gap-y-2 border-b border-line px-4 py-3 md:grid-cols-2 max-md:px-3">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-2 text-sm font-semibold">
          {name}
          {isOutcome ? (
            <Badge tone="outline">outcome</Badge>
          ) : (
            <span className="text-xs font-normal text-ink-3">
              weight {weight} · {counted[measure ?? ''] ?? measure}
            </span>
          )}
        </p>
        <p className="text-xs text-ink-2">{why}</p>
      </div>
      <div className="grid min-w-0 content-start gap-1">
        <EventChoice label={name} event={event} {...choice} />
        <p className="text-xs text-ink-3">
          {reason}
          {alsoFor.length > 0 && (
            <b className="font-semibold text-ink-2"> It counts for “{alsoFor.join('”, “')}” too.</b>
          )}
        </p>
      </div>
    </li>
  )
}
