import type { ComponentProps } from 'react'
import { cn } from './cn'

/** A fact in the top bar: as of when, which version. */
export function Chip({ className, ...rest }: ComponentProps<'span'>) {
  return (
    <span
      className={cn(
        'inline-flex h-6 items-center gap-1.5 rounded-md border border-line bg-surface px-2 text-xs whitespace-nowrap text-ink-2',
        className,
      )}
      {...rest}
    />
  )
}
