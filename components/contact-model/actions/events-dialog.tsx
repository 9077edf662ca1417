'use client'
import { useQuery } from '@tanstack/react-query'
import { Plus, X } from 'lucide-react'
import { useMemo, useState } from 'react'
import { actionName, oneOf } from '@/components/contact/action-words'
import { EventsPicker } from '@/components/model/settings/events-picker'
import { Button } from '@/components/ui/button'
import { Dialog, DialogClose } from '@/components/ui/dialog'
import { catalogQuery } from '@/lib/events/client'
import { plural } from '@/lib/format/plural'
import type { SentAction } from '@/lib/scoring/contacts/grammar/action-names'
import { useContactEditor } from '../contact-editor-context'
import { withEvent } from './action-edits'
import { suggestedEvents } from './suggested-events'

type Props = { action: SentAction; events: readonly string[] }

/** The track events that are an action too: chosen from what is usual, what was sent, or by name. */
export function EventsDialog({ action, events }: Props) {
  const { workspace, document, change, mayWrite } = useContactEditor()
  const [open, setOpen] = useState(false)
  const { data } = useQuery({ ...catalogQuery(workspace), enabled: open, refetchInterval: false })
  const suggested = useMemo(() => {
    const tracked = (data?.items ?? []).filter(({ kind }) => kind === 'track')
    const taken = new Set(document.actions.flatMap((rule) => ('events' in rule ? rule.events : [])))
    return suggestedEvents(action, tracked, taken)
  }, [action, data, document.actions])
  const set = (event: string, chosen: boolean) => change((now) => withEvent(now, action, event, chosen))

  const [first, ...others] = events
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={`Events that are ${oneOf(action)} too`}
      description="E-mail providers tell it by themselves. Where your own product tells it by a track event, name the event; its properties messageId and campaignId say of which message. A name is one action: chosen here, it is taken from any other."
      trigger={
        <button
          type="button"
          aria-label={`Events of ${actionName(action)}: ${events.join(', ') || 'none'}`}
          className="max-w-44 truncate rounded-sm text-left font-mono text-xs text-ink-3 hover:text-ink hover:underline hover:decoration-line-strong hover:underline-offset-4 @max-[580px]/actions:max-w-32"
        >
          {first ?? <span className="font-sans">none</span>}
          {others.length > 0 && <span className="font-sans"> +{others.length}</span>}
        </button>
      }
      footer={
        <DialogClose asChild>
          <Button>Done</Button>
        </DialogClose>
      }
    >
      {events.length > 0 && (
        <ul aria-label="Chosen" className="flex flex-wrap gap-1.5">
          {events.map((event) => (
            <li
              key={event}
              className="inline-flex h-6 max-w-full items-center rounded-md border border-accent bg-accent-soft pl-2 font-mono text-xs"
            >
              <span className="min-w-0 truncate">{event}</span>
              <button
                type="button"
                aria-label={`Remove ${event}`}
                disabled={!mayWrite}
                onClick={() => set(event, false)}
                className="inline-flex size-6 shrink-0 items-center justify-center rounded-md text-ink-3 hover:text-ink disabled:opacity-50"
              >
                <X aria-hidden className="size-3.5 stroke-[1.5]" />
              </button>
            </li>
          ))}
        </ul>
      )}
      {mayWrite && suggested.length > 0 && (
        <div className="grid gap-1">
          <p className="text-xs font-semibold text-ink-2">Likely</p>
          <ul className="flex flex-wrap gap-1.5">
            {suggested.map(({ name, people }) => (
              <li key={name} className="max-w-full">
                <Button onClick={() => set(name, true)} className="h-6 max-w-full px-2 font-normal">
                  <Plus aria-hidden />
                  <span className="min-w-0 truncate font-mono text-xs">{name}</span>
                  <span className="text-xs text-ink-3">
                    {people === null ? 'not seen so far' : plural(people, 'person', 'people')}
                  </span>
                </Button>
              </li>
            ))}
          </ul>
        </div>
      )}
      {mayWrite && (
        <EventsPicker label={`Events of ${actionName(action)}`} chosen={events} onToggle={set} only="track" />
      )}
    </Dialog>
  )
}
