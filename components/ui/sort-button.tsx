import { ArrowDown, ArrowUp } from 'lucide-react'
import type { ReactNode } from 'react'

type Props = {
  /** How the table is sorted by this column; null when it is not. */
  order: 'asc' | 'desc' | null
  onSort: () => void
  title?: string
  children: ReactNode
}

/** The head of a column that the table can be sorted by. */
export function SortButton({ order, onSort, title, children }: Props) {
  const Arrow = order === 'asc' ? ArrowUp : ArrowDown
  return (
    <button
      type="button"
      title={title}
      onClick={onSort}
      className="inline-flex items-center gap-1 rounded-sm hover:text-ink"
    >
      {children}
      {order && <Arrow aria-label={order === 'asc' ? 'lowest first' : 'highest first'} className="size-3" />}
    </button>
  )
}
