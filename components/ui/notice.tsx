import { CircleAlert, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { cn } from './cn'

const kinds = {
  info: { icon: Info, box: 'border-line bg-sunken', mark: 'text-accent', word: 'Note' },
  warning: { icon: TriangleAlert, box: 'border-line-strong bg-surface', mark: 'text-ink', word: 'Warning' },
  error: { icon: CircleAlert, box: 'border-danger bg-danger-soft', mark: 'text-danger', word: 'Error' },
}

export type NoticeProps = {
  kind?: keyof typeof kinds
  /** What happened. */
  title: ReactNode
  /** Why, and what to do. */
  children?: ReactNode
  /** A button or a link that does it. */
  action?: ReactNode
  /** Announce it at once: true for what appears after an action. */
  live?: boolean
  className?: string
}

/** Something the reader must know, said in the order: what happened, why, what to do. */
export function Notice({ kind = 'info', title, children, action, live, className }: NoticeProps) {
  const { icon: Icon, box, mark, word } = kinds[kind]
  return (
    <div
      role={live ? (kind === 'error' ? 'alert' : 'status') : undefined}
      className={cn(
        'flex flex-wrap items-start gap-x-3 gap-y-2 rounded-md border px-3 py-2 text-sm',
        box,
        className,
      )}
    >
      <Icon aria-label={word} role="img" className={cn('mt-0.5 size-4 shrink-0 stroke-[1.5]', mark)} />
      <div className="min-w-0 flex-1">
        <p className="font-semibold">{title}</p>
        {children && <div className="text-ink-2">{children}</div>}
      </div>
      {action}
    </div>
  )
}
