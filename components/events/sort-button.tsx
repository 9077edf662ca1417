import { ArrowDown } from 'lucide-react'
import type { ReactNode } from 'react'

type Props = { current: boolean; onSort: () => void; children: ReactNode }

/** The head of a column that the table can be sorted by. */
export function SortButton({ current, onSort, children }: Props) {
  return (
    <button
      type="button"
      onClick={onSort}
      className="inline-flex items-center gap-1 rounded-sm hover:text-ink"
    >
      {children}
      {current && <ArrowDown aria-hidden className="size-3" />}
    </button>
  )
}
