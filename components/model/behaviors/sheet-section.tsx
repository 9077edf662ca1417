import type { ReactNode } from 'react'
import { CircleAlert } from 'lucide-react'
import type { Section } from './behavior-changes'

export type SheetSectionProps = {
  section: Section
  title: string
  /** One line of what it is for. */
  hint?: ReactNode
  /** What the grammar says against it as a whole. */
  problem?: string | null
  children: ReactNode
}

/** One part of the editor of a behavior. */
export function SheetSection({ section, title, hint, problem, children }: SheetSectionProps) {
  return (
    <section
      aria-label={title}
      data-section={section}
      className="grid scroll-mt-2 grid-cols-[minmax(0,1fr)] gap-3 border-t border-line px-4 py-4 first:border-t-0"
    >
      <div>
        <h3 className="text-sm font-semibold">{title}</h3>
        {hint && <p className="text-xs text-ink-3">{hint}</p>}
      </div>
      {children}
      {problem && (
        <p role="alert" className="flex gap-1 text-xs text-danger">
          <CircleAlert aria-hidden className="size-4 shrink-0 stroke-[1.5]" />
          {problem}
        </p>
      )}
    </section>
  )
}
