'use client'
import { ChevronDown, X } from 'lucide-react'
import { Popover } from 'radix-ui'
import { useRef, useState } from 'react'
import { EventPicker } from '@/components/model/behaviors/event-picker'
import type { PickableEvent } from '@/components/model/behaviors/pickable-events'
import { cn } from '@/components/ui/cn'
import { IconButton } from '@/components/ui/icon-button'
import { inputStyle } from '@/components/ui/input'
import type { Catalog } from '@/lib/events/client'
import { formatCompact } from '@/lib/format/number'
import { formatPercent } from '@/lib/format/percent'
import { plural } from '@/lib/format/plural'
import type { Suggested } from '@/lib/models/templates/client'

type Props = {
  /** The behavior it is chosen for. */
  label: string
  event: string | null
  candidates: Suggested['items'][number]['candidates']
  catalog: Catalog
  events: readonly PickableEvent[]
  onChoose: (event: string | null) => void
}

/** One event of the workspace: those that may be meant first, then all of them to search. */
export function EventChoice({ label, event, candidates, catalog, events, onChoose }: Props) {
  const [open, setOpen] = useState(false)
  const content = useRef<HTMLDivElement>(null)
  const choose = (name: string) => {
    onChoose(name)
    setOpen(false)
  }
  return (
    <div className="flex items-center gap-1">
      <Popover.Root open={open} onOpenChange={setOpen}>
        <Popover.Trigger
          aria-label={`Event for ${label}: ${event ?? 'none'}`}
          className={cn(inputStyle, 'flex items-center gap-2 text-left disabled:opacity-50')}
        >
          {event === null ? (
            <span className="flex-1 text-ink-3">No event, left out</span>
          ) : (
            <>
              <span className="min-w-0 flex-1 truncate font-mono text-xs" title={event}>
                {event === '*' ? '* any activity' : event}
              </span>
              <EventFacts event={event} events={events} exact={catalog.exact} />
            </>
          )}
          <ChevronDown aria-hidden className="size-4 shrink-0 stroke-[1.5] text-ink-3" />
        </Popover.Trigger>
        <Popover.Content
          ref={content}
          align="end"
          sideOffset={4}
          collisionPadding={16}
          aria-label={`Event for ${label}`}
          onOpenAutoFocus={(focus) => {
            focus.preventDefault()
            content.current?.querySelector('input')?.focus()
          }}
          className="z-50 grid max-h-(--radix-popover-content-available-height) w-[min(440px,calc(100vw-32px))] gap-2 overflow-y-auto rounded-md border border-line-strong bg-surface p-2"
        >
          <EventPicker
            catalog={{ events, total: catalog.total, exact: catalog.exact, isPending: false, error: null }}
            taken={event === null ? [] : [event]}
            onPick={choose}
            onCancel={null}
          />
          {candidates.length > 0 && (
            <div className="grid">
              <p className="px-2 text-xs text-ink-3">What it may be, by name</p>
              {candidates.map((candidate) => (
                <button
                  key={candidate.event}
                  type="button"
                  onClick={() => choose(candidate.event)}
                  className="grid rounded-sm px-2 py-1 text-left hover:bg-sunken focus-visible:bg-sunken"
                >
                  <span className="flex min-w-0 items-baseline gap-2">
                    <span className="min-w-0 flex-1 truncate font-mono text-xs">{candidate.event}</span>
                    <span className="shrink-0 text-xs text-ink-3">
                      {formatPercent(candidate.confidence, 0)} like it
                    </span>
                  </span>
                  <span className="text-xs text-ink-3">
                    {candidate.reason}
                    {candidate.property && ` Sums “${candidate.property}”.`}
                  </span>
                </button>
              ))}
            </div>
          )}
        </Popover.Content>
      </Popover.Root>
      <IconButton label={`Leave out: ${label}`} disabled={event === null} onClick={() => onChoose(null)}>
        <X aria-hidden />
      </IconButton>
    </div>
  )
}

type FactsProps = { event: string; events: readonly PickableEvent[]; exact: boolean }

/** Volume and reach, where the catalog knows the event. */
function EventFacts({ event, events, exact }: FactsProps) {
  const known = events.find(({ name }) => name === event)
  if (!known) return event === '*' ? null : <span className="shrink-0 text-xs text-ink-3">not seen yet</span>
  const { volume, people } = known
  return (
    <span className="shrink-0 text-xs text-ink-3">
      <span className="max-md:hidden">
        {volume < 1_000_000 ? plural(volume, 'event') : `${formatCompact(volume)} events`} ·{' '}
      </span>
      {exact ? '' : '≈ '}
      {plural(people, 'person', 'people')}
    </span>
  )
}
