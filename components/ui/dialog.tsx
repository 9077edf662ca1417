'use client'
import { X } from 'lucide-react'
import { Dialog as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { cn } from './cn'

export type DialogProps = {
  title: ReactNode
  description?: ReactNode
  /** The button that opens it; leave out when `open` is held outside. */
  trigger?: ReactNode
  open?: boolean
  onOpenChange?: (open: boolean) => void
  /** Buttons at the bottom right; wrap a cancel button in DialogClose. */
  footer?: ReactNode
  /** Width of the box: 440 px, or 720 px. */
  size?: 'small' | 'large'
  children?: ReactNode
}

/** A question that stops the page: focus stays inside, Escape closes, focus returns to the trigger. */
export function Dialog({
  title,
  description,
  trigger,
  open,
  onOpenChange,
  footer,
  size = 'small',
  children,
}: DialogProps) {
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      {trigger && <Radix.Trigger asChild>{trigger}</Radix.Trigger>}
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-backdrop" />
        <Radix.Content
          {...(description ? {} : { 'aria-describedby': undefined })}
          className={cn(
            'fixed top-1/2 left-1/2 z-40 flex max-h-[calc(100dvh-32px)] w-[calc(100vw-32px)] -translate-x-1/2 -translate-y-1/2 flex-col rounded-lg border border-line-strong bg-surface outline-none',
            size === 'small' ? 'max-w-[440px]' : 'max-w-[720px]',
          )}
        >
          <div className="pt-3 pr-12 pl-4">
            <Radix.Title className="text-sm font-semibold">{title}</Radix.Title>
            {description && (
              <Radix.Description className="mt-1 text-sm text-ink-2">{description}</Radix.Description>
            )}
          </div>
          {children ? (
            <div className="grid gap-3 overflow-y-auto px-4 py-3">{children}</div>
          ) : (
            <div className="h-3" />
          )}
          {footer && <div className="flex justify-end gap-2 border-t border-line px-4 py-3">{footer}</div>}
          {/* Last, so that focus first goes to what the dialog asks for. */}
          <Radix.Close
            aria-label="Close"
            className="absolute top-2 right-2 inline-flex size-7 items-center justify-center rounded-md text-ink-3 hover:bg-sunken hover:text-ink"
          >
            <X aria-hidden className="size-4 stroke-[1.5]" />
          </Radix.Close>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

export const DialogClose = Radix.Close
