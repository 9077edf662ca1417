import type { ReactNode } from 'react'
import { cn } from '@/components/ui/cn'

/** The content of a page: its answer first, then cards, one below the other. */
export function Page({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <main
      id="content"
      tabIndex={-1}
      className={cn(
        'grid max-w-[1424px] grid-cols-[minmax(0,1fr)] gap-4 p-6 outline-none max-md:gap-3 max-md:p-4',
        className,
      )}
    >
      {children}
    </main>
  )
}

export type ColumnsProps = {
  /** `half`: two equal columns; `wide-left`: two thirds and one third. One column below 1100 px. */
  split?: 'half' | 'wide-left'
  className?: string
  children: ReactNode
}

/** Two cards side by side where there is room. */
export function Columns({ split = 'half', className, children }: ColumnsProps) {
  return (
    <div
      className={cn(
        'grid grid-cols-[minmax(0,1fr)] items-start gap-4 max-md:gap-3',
        split === 'half'
          ? 'lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]'
          : 'lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]',
        className,
      )}
    >
      {children}
    </div>
  )
}
