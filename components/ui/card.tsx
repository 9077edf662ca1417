import type { ComponentProps, ReactNode } from 'react'
import { cn } from './cn'

/** A surface with a hairline border. Named sections: pass `aria-label` or `aria-labelledby`. */
export function Card({ className, ...rest }: ComponentProps<'section'>) {
  return <section className={cn('min-w-0 rounded-lg border border-line bg-surface', className)} {...rest} />
}

export type CardHeaderProps = {
  title: ReactNode
  /** n, dates, units: one line under the title. */
  caption?: ReactNode
  /** Segmented controls, icon buttons and the like, at the right. */
  tools?: ReactNode
  id?: string
  className?: string
}

export function CardHeader({ title, caption, tools, id, className }: CardHeaderProps) {
  return (
    <div className={cn('flex flex-wrap items-start gap-2 px-4 pt-3 max-md:px-3', className)}>
      <div className="min-w-48 flex-1">
        <h2 id={id} className="text-sm font-semibold">
          {title}
        </h2>
        {caption && <p className="text-xs text-ink-3">{caption}</p>}
      </div>
      {tools && <div className="-mr-1.5 -mb-1 flex shrink-0 items-center gap-1">{tools}</div>}
    </div>
  )
}

/** Padded content. For a table that runs to the borders use CardTable instead. */
export function CardBody({ className, ...rest }: ComponentProps<'div'>) {
  return <div className={cn('px-4 pt-3 pb-4 max-md:p-3', className)} {...rest} />
}

/** Room above a table that runs to the card's borders. */
export function CardTable({ className, ...rest }: ComponentProps<'div'>) {
  return <div className={cn('pt-2', className)} {...rest} />
}

/** Remarks under a hairline: totals, reasons for what is missing. */
export function CardFooter({ className, ...rest }: ComponentProps<'div'>) {
  return (
    <div
      className={cn(
        'border-t border-line px-4 py-2 text-xs text-ink-3 max-md:px-3 [&_b]:font-semibold [&_b]:text-ink-2',
        className,
      )}
      {...rest}
    />
  )
}
