import type { ReactNode } from 'react'
import { cn } from './cn'

export type EmptyStateProps = {
  /** What is not there yet: "No events yet". */
  title: ReactNode
  /** What to do next, and what will then be here. */
  children?: ReactNode
  /** The button or link that does it. */
  action?: ReactNode
  className?: string
}

/** Says why a place is empty and what fills it. */
export function EmptyState({ title, children, action, className }: EmptyStateProps) {
  return (
    <div className={cn('grid justify-items-center gap-1 px-4 py-10 text-center', className)}>
      <p className="text-sm font-semibold">{title}</p>
      {children && <div className="max-w-[52ch] text-sm text-pretty text-ink-2">{children}</div>}
      {action && <div className="mt-3 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  )
}
