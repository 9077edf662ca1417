import { X } from 'lucide-react'

type Props = { events: readonly string[]; onRemove: (event: string) => void }

/** The events picked so far; each goes with a press. */
export function ChosenEvents({ events, onRemove }: Props) {
  if (events.length === 0) return <p className="text-xs text-ink-3">None picked yet.</p>
  return (
    <ul aria-label="Picked events" className="flex flex-wrap gap-1">
      {events.map((event) => (
        <li key={event}>
          <button
            type="button"
            aria-label={`Leave out ${event}`}
            onClick={() => onRemove(event)}
            className="inline-flex h-6 max-w-72 items-center gap-1 rounded-sm bg-accent-soft px-1.5 font-mono text-xs text-accent hover:bg-sunken"
          >
            <span className="truncate">{event === '*' ? '* any activity' : event}</span>
            <X aria-hidden className="size-3 shrink-0" />
          </button>
        </li>
      ))}
    </ul>
  )
}
