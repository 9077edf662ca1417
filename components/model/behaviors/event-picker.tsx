'use client'
import { Command } from 'cmdk'
import { Check, Search } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { formatNumber } from '@/lib/format/number'
import { formatShare } from '@/lib/format/percent'
import { plural } from '@/lib/format/plural'
import type { useEvents } from './use-events'

export type EventPickerProps = {
  catalog: ReturnType<typeof useEvents>
  /** Already counted without a condition: choosing them again would change nothing. */
  taken: readonly string[]
  onPick: (event: string) => void
  onCancel: (() => void) | null
}

/** More than one reads; the search finds the rest. */
const shownAtOnce = 100

/** The catalog as a list to search: how often each event came, and how many people it came from. */
export function EventPicker({ catalog, taken, onPick, onCancel }: EventPickerProps) {
  const [typed, setTyped] = useState('')
  const { events, total, exact, isPending, error } = catalog
  const wanted = typed.trim().toLowerCase()
  const found = events.filter(({ name }) => name.toLowerCase().includes(wanted))
  const everything = 'any activity'.includes(wanted) || wanted === '*'
  return (
    <Command
      label="Choose an event"
      shouldFilter={false}
      vimBindings={false}
      className="min-w-0 rounded-md border border-line-strong bg-surface"
    >
      <div className="flex h-9 items-center gap-2 border-b border-line px-2">
        <Search aria-hidden className="size-4 shrink-0 stroke-[1.5] text-ink-3" />
        <Command.Input
          value={typed}
          onValueChange={setTyped}
          maxLength={200}
          placeholder="Search events"
          aria-label="Search events"
          className="h-full min-w-0 flex-1 bg-transparent text-sm outline-none"
        />
        {onCancel && (
          <Button variant="quiet" onClick={onCancel} className="-mr-1 h-6 px-1.5">
            Cancel
          </Button>
        )}
      </div>
      <div aria-hidden className="flex gap-3 px-3 pt-2 pb-1 text-xs text-ink-3">
        <span className="flex-1 pl-5">Event</span>
        <span className="w-20 text-right">Events</span>
        <span className="w-24 text-right">People ever</span>
      </div>
      <Command.List label="Events" className="max-h-64 overflow-y-auto px-1 pb-1">
        {everything && (
          <PickerItem
            name="*"
            words="any activity"
            taken={taken.includes('*')}
            onPick={onPick}
            volume={events.reduce((sum, { volume }) => sum + volume, 0)}
          />
        )}
        {found.slice(0, shownAtOnce).map(({ name, volume, people }) => (
          <PickerItem
            key={name}
            name={name}
            words={name}
            taken={taken.includes(name)}
            onPick={onPick}
            volume={volume}
            people={`${exact ? '' : '≈ '}${formatNumber(people)}`}
            share={total ? formatShare(people, total.people, 0) : ''}
          />
        ))}
        {isPending && <p className="px-2 py-2 text-xs text-ink-3">Loading the catalog</p>}
        {error && <p className="px-2 py-2 text-xs text-danger">{error.message}</p>}
        {!isPending && !error && found.length === 0 && !everything && (
          <p className="px-2 py-2 text-xs text-ink-3">
            No event is called “{typed}”.{' '}
            <button type="button" className="link" onClick={() => onPick(typed)}>
              Count it when it comes
            </button>
          </p>
        )}
        {found.length > shownAtOnce && (
          <p className="px-2 py-2 text-xs text-ink-3">
            {plural(found.length - shownAtOnce, 'more event')}: search to find them.
          </p>
        )}
      </Command.List>
    </Command>
  )
}

type ItemProps = {
  name: string
  words: string
  taken: boolean
  onPick: (event: string) => void
  volume: number
  people?: string
  share?: string
}

function PickerItem({ name, words, taken, onPick, volume, people, share }: ItemProps) {
  return (
    <Command.Item
      value={`event ${name}`}
      disabled={taken}
      onSelect={() => onPick(name)}
      className="flex cursor-pointer items-center gap-3 rounded-sm px-2 py-1 text-xs aria-disabled:cursor-default aria-disabled:text-ink-3 data-[selected=true]:bg-sunken"
    >
      <span className="flex min-w-0 flex-1 items-center gap-1">
        <span className="w-4 shrink-0">
          {taken && <Check aria-label="chosen" className="size-4 stroke-[1.5]" />}
        </span>
        <span className="min-w-0 truncate font-mono" title={words}>
          {name === '*' ? '* ' : ''}
          {words}
        </span>
      </span>
      <span className="w-20 text-right text-ink-2">{formatNumber(volume)}</span>
      <span className="w-24 text-right whitespace-nowrap text-ink-2">
        {people ?? ''} {share && <span className="text-ink-3">{share}</span>}
      </span>
    </Command.Item>
  )
}
