'use client'
import { ChevronDown, CircleAlert } from 'lucide-react'
import { Accordion } from 'radix-ui'
import type { ReactNode } from 'react'
import { useDraftPlace } from '@/components/model/draft-context'
import { cn } from '@/components/ui/cn'

export type FoldedRowProps = {
  /** Of the row, in its accordion. */
  value: string
  name: string
  /** What the draft says, in words. */
  summary: ReactNode
  /** What the live version says where the draft differs; null where it does not. */
  liveWords: string | null
  refused: boolean
  children: ReactNode
}

/** One part of a model in a line, and below it, once opened, its controls. */
export function FoldedRow({ value, name, summary, liveWords, refused, children }: FoldedRowProps) {
  const { mayWrite } = useDraftPlace()
  return (
    <Accordion.Item
      value={value}
      className={cn(
        'relative border-t border-line',
        liveWords !== null && 'before:absolute before:inset-y-0 before:left-0 before:w-0.5 before:bg-accent',
      )}
    >
      <Accordion.Header>
        <Accordion.Trigger className="group grid w-full grid-cols-[136px_minmax(0,1fr)] items-baseline gap-x-4 px-4 py-1.5 text-left text-sm -outline-offset-2 hover:bg-sunken max-sm:grid-cols-1 max-md:px-3">
          <span className="text-ink-2">{name}</span>
          <span className="min-w-0 break-words">
            {summary}
            <ChevronDown
              aria-hidden
              className="ml-1 inline size-3.5 stroke-[1.5] align-[-2px] text-ink-3 group-data-[state=open]:rotate-180"
            />
            {liveWords && <span className="block text-xs text-ink-3">{liveWords}</span>}
            {refused && (
              <span className="flex gap-1 text-xs text-danger">
                <CircleAlert aria-hidden className="size-4 shrink-0 stroke-[1.5]" />
                Something here is not valid yet.
              </span>
            )}
          </span>
        </Accordion.Trigger>
      </Accordion.Header>
      <Accordion.Content>
        <fieldset
          disabled={!mayWrite}
          aria-label={name}
          className="grid min-w-0 grid-cols-1 gap-4 px-4 pt-1 pb-4 max-md:px-3"
        >
          {children}
        </fieldset>
      </Accordion.Content>
    </Accordion.Item>
  )
}
