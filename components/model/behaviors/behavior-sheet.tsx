'use client'
import { X } from 'lucide-react'
import { Dialog } from 'radix-ui'
import { useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Sheet } from '@/components/ui/sheet'
import { useEditor } from '../editor-context'
import type { BehaviorChanges, Section } from './behavior-changes'
import type { WrittenBehavior } from './entries'
import { EventsSection } from './events-section'
import { KernelSection } from './kernel-section'
import { MeasureSection } from './measure-section'
import { NameSection } from './name-section'
import { sameValue } from './same-value'
import { atItsField } from './short-words'
import { WeightSection } from './weight-section'
import { WorthSection } from './worth-section'

/** Which behavior is open, where one wants to be, and whether it was added just now. */
export type Opened = { index: number; section: Section; isNew: boolean }

export type BehaviorSheetProps = { opened: Opened; changes: BehaviorChanges; onClose: () => void }

/**
 * Everything about one behavior. It writes straight into the draft, so that what the draft does follows; what it was
 * like before can be had back in one press.
 */
export function BehaviorSheet({ opened, changes, onClose }: BehaviorSheetProps) {
  const { document, live, mayWrite, problemAt } = useEditor()
  const { index, section, isNew } = opened
  const behavior = document.behaviors[index]
  const [original] = useState(behavior)
  const body = useRef<HTMLDivElement>(null)

  // After the sheet has put the focus on its first control.
  useEffect(() => {
    if (section === 'name') return
    const frame = requestAnimationFrame(() => {
      const part = body.current?.querySelector<HTMLElement>(`[data-section="${section}"]`)
      part?.scrollIntoView({ block: 'start' })
      part
        ?.querySelector<HTMLElement>('input:not(:disabled), select:not(:disabled), button:not(:disabled)')
        ?.focus()
    })
    return () => cancelAnimationFrame(frame)
  }, [section])

  if (!behavior) return null
  const close = () => {
    if (isNew && behavior.match.any.length === 0) changes.remove(index)
    onClose()
  }
  const discard = () => {
    if (isNew) changes.remove(index)
    else if (original) changes.patch(index, original)
    onClose()
  }
  const parts = {
    behavior,
    patch: (change: Partial<WrittenBehavior>) => changes.patch(index, change),
    disabled: !mayWrite,
    problem: (...path: (string | number)[]) => atItsField(problemAt('behaviors', index, ...path)),
  }
  const title = isNew ? 'Add behavior' : mayWrite ? 'Edit behavior' : 'Behavior'
  return (
    <Sheet
      label={`${title}: ${behavior.name}`}
      open
      onOpenChange={(open) => !open && close()}
      className="w-[min(100vw,600px)] overflow-hidden bg-surface max-md:w-screen max-md:border-l-0"
    >
      <header className="flex h-12 shrink-0 items-center gap-2 border-b border-line pr-2 pl-4">
        <h2 aria-hidden className="min-w-0 flex-1 truncate text-sm font-semibold">
          {title}
          <span className="font-normal text-ink-3"> · {behavior.name}</span>
        </h2>
        <Dialog.Close
          aria-label="Close"
          className="inline-flex size-7 items-center justify-center rounded-md text-ink-3 hover:bg-sunken hover:text-ink"
        >
          <X aria-hidden className="size-4 stroke-[1.5]" />
        </Dialog.Close>
      </header>
      <div ref={body} className="min-h-0 flex-1 overflow-y-auto">
        <NameSection {...parts} isNew={isNew} />
        <EventsSection {...parts} />
        <MeasureSection {...parts} />
        <KernelSection {...parts} windowDays={document.window.days} />
        <WorthSection {...parts} windowDays={document.window.days} />
        <WeightSection
          {...parts}
          mode={document.weighting.mode}
          live={live?.document.behaviors.find(({ key }) => key === behavior.key)?.weight ?? null}
        />
      </div>
      <footer className="flex shrink-0 justify-end gap-2 border-t border-line px-4 py-3">
        {mayWrite && (
          <Button disabled={!isNew && sameValue(behavior, original)} onClick={discard}>
            {isNew ? 'Do not add' : 'Undo these changes'}
          </Button>
        )}
        <Button variant="go" onClick={close}>
          Done
        </Button>
      </footer>
    </Sheet>
  )
}
