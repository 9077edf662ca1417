'use client'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useDraftPlace } from '@/components/model/draft-context'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { cn } from '@/components/ui/cn'
import { Input } from '@/components/ui/input'
import { type CatalogItem, catalogQuery } from '@/lib/events/client'
import { formatNumber } from '@/lib/format/number'
import { plural } from '@/lib/format/plural'
import { foundEvents } from './found-events'

type Props = {
  /** What the events are chosen for. */
  label: string
  chosen: readonly string[]
  onToggle: (event: string, chosen: boolean) => void
  /** Only events of this kind. */
  only?: CatalogItem['kind']
}

const MOST_SHOWN = 30

/** Events of the catalog to tick, found by a part of their name; one that was never sent can be named too. */
export function EventsPicker({ label, chosen, onToggle, only }: Props) {
  const { workspace, mayWrite } = useDraftPlace()
  const { data, error, refetch } = useQuery(catalogQuery(workspace))
  const [search, setSearch] = useState('')
  const name = search.trim()
  if (error) {
    return (
      <p role="alert" className="flex flex-wrap items-center gap-2 text-sm text-danger">
        The events did not load: {error.message}
        <Button onClick={() => void refetch()}>Try again</Button>
      </p>
    )
  }

  const events = (data?.items ?? []).filter(({ kind }) => only === undefined || kind === only)
  const { shown, more } = foundEvents(events, search, MOST_SHOWN)
  const unseen = name !== '' && name !== '*' && !events.some((event) => event.name === name)
  return (
    <div className="grid max-w-96 gap-2 rounded-md border border-line p-2">
      <Input
        type="search"
        aria-label={`Search events: ${label}`}
        placeholder="Search events"
        value={search}
        maxLength={500}
        onChange={({ target }) => setSearch(target.value)}
      />
      <div
        role="group"
        aria-label={label}
        // What nobody can tick, the keys could not scroll either.
        className={cn('grid gap-1.5 p-0.5', mayWrite && 'max-h-48 overflow-y-auto')}
      >
        {shown.map((event) => (
          <Checkbox
            key={event.name}
            className="[&>span]:flex [&>span]:min-w-0 [&>span]:flex-1 [&>span]:justify-between [&>span]:gap-3"
            checked={chosen.includes(event.name)}
            onChange={({ target }) => onToggle(event.name, target.checked)}
            label={
              <>
                <span className="min-w-0 truncate font-mono text-xs leading-5">{event.name}</span>
                <span className="shrink-0 text-xs leading-5 text-ink-3">
                  {plural(event.people, 'person', 'people')}
                </span>
              </>
            }
          />
        ))}
        {data && shown.length === 0 && <p className="text-xs text-ink-3">No event has this in its name.</p>}
        {!data && <p className="text-xs text-ink-3">The events are loading.</p>}
      </div>
      {more > 0 && (
        <p className="text-xs text-ink-3">{formatNumber(more)} more; type a part of the name to find them.</p>
      )}
      {unseen && !chosen.includes(name) && data && (
        <Button
          className="justify-self-start"
          onClick={() => {
            onToggle(name, true)
            setSearch('')
          }}
        >
          <span className="max-w-64 truncate">Use “{name}”, not seen so far</span>
        </Button>
      )}
    </div>
  )
}
