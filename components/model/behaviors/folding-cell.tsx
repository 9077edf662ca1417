import type { ReactNode } from 'react'
import { cn } from '@/components/ui/cn'

/** A cell of a behavior: of a table, or of a card where there is little room. */
export const cell =
  'border-t border-line px-1.5 py-[5px] align-middle @max-[580px]/behaviors:border-t-0 @max-[580px]/behaviors:p-0'
/** In a narrow card: one of the facts that are folded away, with its name in front. */
const folded =
  '@max-[580px]/behaviors:hidden @max-[580px]/behaviors:group-data-unfolded/row:flex @max-[580px]/behaviors:col-span-full @max-[580px]/behaviors:min-h-8 @max-[580px]/behaviors:items-center @max-[580px]/behaviors:justify-between @max-[580px]/behaviors:gap-3'

export function FoldingCell({
  name,
  children,
  className,
}: {
  name: string
  children: ReactNode
  className?: string
}) {
  return (
    <td className={cn(cell, folded, className)}>
      <span aria-hidden className="hidden text-xs text-ink-3 @max-[580px]/behaviors:inline">
        {name}
      </span>
      {children}
    </td>
  )
}
