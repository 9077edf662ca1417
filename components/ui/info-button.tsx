'use client'
import { Info } from 'lucide-react'
import { Popover } from 'radix-ui'
import type { ReactNode } from 'react'

export type InfoButtonProps = {
  /** What is told: the accessible name of the button and of what it opens. */
  label: string
  children: ReactNode
}

/** A small mark beside a name that opens a few sentences about it: by pointer, finger and keyboard alike. */
export function InfoButton({ label, children }: InfoButtonProps) {
  return (
    <Popover.Root>
      <Popover.Trigger
        aria-label={label}
        title={label}
        className="-my-1 inline-flex size-6 shrink-0 items-center justify-center rounded-sm text-ink-3 hover:bg-sunken hover:text-ink data-[state=open]:bg-sunken data-[state=open]:text-ink"
      >
        <Info aria-hidden className="size-3.5 stroke-[1.5]" />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          aria-label={label}
          sideOffset={4}
          collisionPadding={16}
          className="z-50 max-h-(--radix-popover-content-available-height) w-[min(320px,calc(100vw-32px))] overflow-y-auto rounded-md border border-line-strong bg-surface px-3 py-2 text-sm text-ink outline-none"
        >
          {children}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}
