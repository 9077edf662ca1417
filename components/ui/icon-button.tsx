'use client'
import type { ComponentProps, ReactNode } from 'react'
import { cn } from './cn'
import { Tooltip } from './tooltip'

export type IconButtonProps = Omit<ComponentProps<'button'>, 'aria-label'> & {
  /** What it does, as a verb: its accessible name and its tooltip. */
  label: string
  /** One icon of lucide-react. */
  children: ReactNode
  side?: 'top' | 'right' | 'bottom' | 'left'
}

/** A quiet square button of 28 px. With `aria-pressed` it shows that it is on. */
export function IconButton({ label, side, className, type = 'button', children, ...rest }: IconButtonProps) {
  return (
    <Tooltip content={label} side={side}>
      <button
        type={type}
        aria-label={label}
        className={cn(
          'inline-flex size-7 shrink-0 items-center justify-center rounded-md text-ink-3 transition-colors hover:bg-sunken hover:text-ink disabled:pointer-events-none disabled:opacity-50 aria-pressed:bg-sunken aria-pressed:text-ink data-[state=open]:bg-sunken data-[state=open]:text-ink [&_svg]:size-4 [&_svg]:stroke-[1.5]',
          className,
        )}
        {...rest}
      >
        {children}
      </button>
    </Tooltip>
  )
}
