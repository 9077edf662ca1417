import type { ComponentProps, ReactNode } from 'react'
import { ArrowKeysTable } from './arrow-keys-table'
import { cn } from './cn'
import { ScrollRegion } from './scroll-region'

export type TableProps = ComponentProps<'table'> & {
  /** What the table holds: its accessible name, also when it scrolls. */
  label: string
}

/**
 * A table that scrolls inside its card. Inside: thead/tbody of `<Tr>` with `<Th>` and `<Td>`. Arrow keys move between
 * the links and buttons of its rows.
 */
export function Table({ label, className, ...rest }: TableProps) {
  return (
    <ScrollRegion label={label}>
      <ArrowKeysTable
        aria-label={label}
        className={cn('w-full border-collapse text-sm [&_tfoot_tr]:font-semibold', className)}
        {...rest}
      />
    </ScrollRegion>
  )
}

const cell =
  'border-t border-line px-2 py-1.5 align-middle first:pl-4 last:pr-4 max-md:px-1.5 max-md:whitespace-nowrap max-md:first:pl-3 max-md:last:pr-3'

/** A row; `total` sets it off with a strong line, as in a sum. */
export function Tr({ total, className, ...rest }: ComponentProps<'tr'> & { total?: boolean }) {
  return (
    <tr
      className={cn(
        '[tbody_&]:hover:bg-sunken',
        total && 'font-semibold [&>*]:border-line-strong',
        className,
      )}
      {...rest}
    />
  )
}

export type ThProps = ComponentProps<'th'> & {
  /** Numbers stand right. */
  numeric?: boolean
}

/** A column head, or with `scope="row"` the first cell of a row. */
export function Th({ numeric, scope = 'col', className, ...rest }: ThProps) {
  return (
    <th
      scope={scope}
      className={cn(
        cell,
        numeric ? 'text-right' : 'text-left',
        scope === 'col'
          ? 'border-t-0 pb-1.5 align-bottom text-xs font-normal whitespace-nowrap text-ink-3'
          : '[font-weight:inherit]',
        className,
      )}
      {...rest}
    />
  )
}

export type TdProps = ComponentProps<'td'> & {
  numeric?: boolean
  /** Secondary ink. */
  quiet?: boolean
  /** A second line in small type under the value. */
  caption?: ReactNode
}

export function Td({ numeric, quiet, caption, className, children, ...rest }: TdProps) {
  return (
    <td className={cn(cell, numeric && 'text-right', quiet && 'text-ink-3', className)} {...rest}>
      {children}
      {caption && <span className="block text-xs text-ink-3">{caption}</span>}
    </td>
  )
}
