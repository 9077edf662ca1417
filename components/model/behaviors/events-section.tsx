'use client'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { useEditor } from '../editor-context'
import { keyFrom, patched, UNNAMED, type WrittenBehavior } from './entries'
import { EventMatcher } from './event-matcher'
import { EventPicker } from './event-picker'
import type { SectionProps } from './section-props'
import { SheetSection } from './sheet-section'
import { useEvents } from './use-events'

/** Which events count: any of those listed here, each with its conditions. */
export function EventsSection({ behavior, patch, disabled, problem }: SectionProps) {
  const { any } = behavior.match
  const [picking, setPicking] = useState(false)
  const catalog = useEvents()
  const { behaviors } = useEditor().document
  const set = (matchers: WrittenBehavior['match']['any']) => patch({ match: { any: matchers } })

  const add = (event: string) => {
    const match = { any: [...any, { event, where: [], join: 'all' as const }] }
    setPicking(false)
    if (behavior.name !== UNNAMED || any.length > 0) return patch({ match })
    const name = event === '*' ? 'Any activity' : event
    const others = behaviors.filter((one) => one !== behavior).map(({ key }) => key)
    patch({ match, name: name.slice(0, 200), key: keyFrom(name, others) })
  }
  const open = picking || any.length === 0
  return (
    <SheetSection
      section="events"
      title="Events"
      hint={
        any.length > 1
          ? 'An event counts when any one of these matches it.'
          : 'What somebody does when they do it.'
      }
      problem={any.length === 0 ? 'Choose at least one event.' : null}
    >
      {any.map((matcher, index) => (
        <EventMatcher
          key={index}
          matcher={matcher}
          events={catalog.events}
          disabled={disabled}
          problem={(...path) => problem('match', 'any', index, ...path)}
          onChange={(change) => set(patched(any, index, change))}
          onRemove={() => set(any.toSpliced(index, 1))}
        />
      ))}
      {!disabled && open && (
        <EventPicker
          catalog={catalog}
          taken={any.filter(({ where }) => where.length === 0).map(({ event }) => event)}
          onPick={add}
          onCancel={any.length > 0 ? () => setPicking(false) : null}
        />
      )}
      {!open && (
        <Button disabled={disabled} onClick={() => setPicking(true)} className="w-fit">
          <Plus aria-hidden className="stroke-[1.5]" />
          Add another event
        </Button>
      )}
    </SheetSection>
  )
}
