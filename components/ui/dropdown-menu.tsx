'use client'
import { Check } from 'lucide-react'
import { DropdownMenu as Radix } from 'radix-ui'
import type { ComponentProps, ReactNode } from 'react'
import { cn } from './cn'

export type DropdownMenuProps = {
  /** The button that opens it. */
  trigger: ReactNode
  align?: 'start' | 'center' | 'end'
  side?: 'top' | 'bottom'
  className?: string
  children: ReactNode
}

/**
 * A menu of actions or links below (or above) its button; arrow keys, typing and Escape work. It stays in the
 * landmark of its button: it is placed with fixed positions, so nothing clips it.
 */
export function DropdownMenu({
  trigger,
  align = 'start',
  side = 'bottom',
  className,
  children,
}: DropdownMenuProps) {
  return (
    <Radix.Root modal={false}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Content
        align={align}
        side={side}
        sideOffset={4}
        collisionPadding={8}
        className={cn(
          'z-50 max-h-(--radix-dropdown-menu-content-available-height) min-w-44 overflow-y-auto rounded-md border border-line-strong bg-surface p-1 text-control',
          className,
        )}
      >
        {children}
      </Radix.Content>
    </Radix.Root>
  )
}

const itemStyle =
  'flex w-full items-center gap-2 rounded-sm px-2 py-1.5 text-left text-ink outline-none select-none data-[disabled]:pointer-events-none data-[disabled]:text-ink-3 data-[highlighted]:bg-sunken [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:stroke-[1.5] [&_svg]:text-ink-3'

export type DropdownMenuItemProps = ComponentProps<typeof Radix.Item> & {
  /** Marks the one that holds now. */
  current?: boolean
}

/** One action; with `asChild` its one child is the link or the submit button. */
export function DropdownMenuItem({ current, className, children, asChild, ...rest }: DropdownMenuItemProps) {
  if (asChild) {
    return (
      <Radix.Item asChild className={cn(itemStyle, className)} {...rest}>
        {children}
      </Radix.Item>
    )
  }
  return (
    <Radix.Item className={cn(itemStyle, className)} {...rest}>
      {children}
      {current && <Check aria-label="current" className="ml-auto" />}
    </Radix.Item>
  )
}

/** A small heading over a group of items. */
export function DropdownMenuLabel({ children }: { children: ReactNode }) {
  return <Radix.Label className="px-2 py-1 text-xs text-ink-3">{children}</Radix.Label>
}

export function DropdownMenuSeparator() {
  return <Radix.Separator className="-mx-1 my-1 h-px bg-line" />
}
