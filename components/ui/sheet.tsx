'use client'
import { Dialog as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { cn } from './cn'

export type SheetProps = {
  /** Its accessible name; not drawn, the content has its own heading. */
  label: string
  open: boolean
  onOpenChange: (open: boolean) => void
  side?: 'left' | 'right'
  className?: string
  children: ReactNode
}

/** A panel that slides over the page from one side: the navigation of narrow screens, details beside a table. */
export function Sheet({ label, open, onOpenChange, side = 'right', className, children }: SheetProps) {
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-backdrop" />
        <Radix.Content
          aria-describedby={undefined}
          className={cn(
            'fixed inset-y-0 z-40 flex w-[min(75vw,420px)] flex-col overflow-y-auto border-line bg-bg outline-none',
            side === 'left' ? 'left-0 border-r' : 'right-0 border-l',
            className,
          )}
        >
          <Radix.Title className="sr-only">{label}</Radix.Title>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
