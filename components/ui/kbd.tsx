import type { ReactNode } from 'react'
import { cn } from './cn'

/** A key to press. */
export function Kbd({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <kbd
      className={cn(
        'inline-flex h-5 min-w-5 items-center justify-center rounded-sm border border-line bg-sunken px-1 font-sans text-xs text-ink-2',
        className,
      )}
    >
      {children}
    </kbd>
  )
}
