import type { ComponentProps } from 'react'
import { cn } from './cn'

/** A fact in the top bar: as of when, which version. */
export function Chip({ className, ...rest }: ComponentProps<'span'>) {
  return (
    <span
      className={cn(
        'inline-block h-6 max-w-72 truncate rounded-md border border-line bg-surface px-2 text-xs leading-[22px] text-ink-2',
        className,
      )}
      {...rest}
    />
  )
}
