'use client'
import { Tooltip as Radix } from 'radix-ui'
import type { ReactNode } from 'react'

export type TooltipProps = {
  content: ReactNode
  side?: 'top' | 'right' | 'bottom' | 'left'
  /** The thing it belongs to: one element that takes a ref and can be focused. */
  children: ReactNode
}

/** A hairline box with a few words, on hover and on focus. Never the only place of something needed. */
export function Tooltip({ content, side = 'bottom', children }: TooltipProps) {
  return (
    <Radix.Provider delayDuration={300}>
      <Radix.Root>
        <Radix.Trigger asChild>{children}</Radix.Trigger>
        <Radix.Content
          side={side}
          sideOffset={6}
          collisionPadding={8}
          className="z-50 max-w-72 rounded-sm border border-line-strong bg-surface px-2 py-1 text-xs text-ink"
        >
          {content}
        </Radix.Content>
      </Radix.Root>
    </Radix.Provider>
  )
}
