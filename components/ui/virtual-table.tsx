'use client'
import { useWindowVirtualizer } from '@tanstack/react-virtual'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react'
import { cn } from './cn'
import { useDocumentTop } from './use-document-top'

export type VirtualColumn<Row> = {
  key: string
  header: ReactNode
  cell: (row: Row) => ReactNode
  numeric?: boolean
  /** A CSS width ("120px", "30%"); columns without one share the rest. */
  width?: string
  /** The cell that names the row. */
  rowHeader?: boolean
}

export type VirtualTableProps<Row> = {
  label: string
  columns: readonly VirtualColumn<Row>[]
  /** The rows loaded so far. */
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** Rows in all, loaded or not; left out while it is not known. */
  total?: number
  /** Called when the last loaded row comes near; load more and append. */
  onEndReached?: () => void
  /** More rows are on their way. */
  loading?: boolean
  /** Where Enter or a click on a row leads; null for a row that leads nowhere. Its row header becomes the link. */
  rowHref?: (row: Row) => string | null
  /** Shown instead of rows when there are none and none are coming. */
  empty?: ReactNode
  rowHeight?: number
  /** Below this width the table scrolls sideways. */
  minWidth?: number
}

const edge = 'first:pl-4 last:pr-4 max-md:first:pl-3 max-md:last:pr-3'

/**
 * Very many rows in the page's own scroll: only those near the window exist. Arrow keys, Page Up and Down, Home
 * and End move the active row, Enter opens it.
 */
export function VirtualTable<Row>({
  label,
  columns,
  rows,
  rowKey,
  total,
  onEndReached,
  loading,
  rowHref,
  empty,
  rowHeight = 33,
  minWidth = 600,
}: VirtualTableProps<Row>) {
  const router = useRouter()
  const body = useRef<HTMLTableSectionElement>(null)
  const awaited = useRef<number | null>(null)
  const [active, setActive] = useState(0)
  const scrollMargin = useDocumentTop(body)
  const virtualizer = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => rowHeight,
    overscan: 12,
    scrollMargin,
    scrollPaddingStart: 88,
    scrollPaddingEnd: 16,
    initialRect: { width: 1440, height: 900 },
  })
  const visible = virtualizer.getVirtualItems()
  const first = visible[0]
  const last = visible.at(-1)
  const nearEnd = last !== undefined && last.index >= rows.length - 20
  useEffect(() => {
    if (nearEnd && !loading) onEndReached?.()
  }, [nearEnd, loading, onEndReached, rows.length])

  const rowElement = (index: number) =>
    body.current?.querySelector<HTMLElement>(`[data-index="${index}"]`) ?? null
  const moveTo = (index: number) => {
    const next = Math.max(0, Math.min(rows.length - 1, index))
    setActive(next)
    const row = rowElement(next)
    if (row) row.focus({ preventScroll: true })
    else awaited.current = next
    virtualizer.scrollToIndex(next, { align: 'auto' })
  }
  // A row that was far away comes into being only after the scroll.
  useEffect(() => {
    if (awaited.current === null) return
    const row = rowElement(awaited.current)
    if (!row) return
    awaited.current = null
    row.focus({ preventScroll: true })
  })
  const onKeyDown = (event: KeyboardEvent<HTMLTableSectionElement>) => {
    if (!(event.target instanceof HTMLElement) || event.target.dataset.index === undefined) return
    const page = Math.max(1, Math.floor((window.innerHeight - 120) / rowHeight))
    const steps: Record<string, number> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + page,
      PageUp: active - page,
      Home: 0,
      End: rows.length - 1,
    }
    const to = steps[event.key]
    const row = rows[active]
    if (to !== undefined) moveTo(to)
    else if (event.key !== 'Enter' || row === undefined || !open(row, event.ctrlKey || event.metaKey)) return
    event.preventDefault()
  }
  /** Opens a row; with `apart` a link opens beside the page, as browsers do. False when it leads nowhere. */
  const open = (row: Row, apart: boolean): boolean => {
    const href = rowHref?.(row)
    if (href && apart) window.open(href, '_blank', 'noopener')
    else if (href) router.push(href)
    return Boolean(href)
  }
  const reachable = first && last && active >= first.index && active <= last.index ? active : first?.index

  if (rows.length === 0 && !loading) return <>{empty}</>
  return (
    <div className="max-lg:overflow-x-auto">
      <table
        role="grid"
        aria-label={label}
        aria-rowcount={total === undefined ? -1 : total + 1}
        aria-busy={loading || undefined}
        className="w-full table-fixed border-separate border-spacing-0 text-sm"
        style={{ minWidth }}
      >
        <thead>
          <tr aria-rowindex={1}>
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                style={{ width: column.width }}
                className={cn(
                  'border-b border-line bg-surface px-2 py-2 text-xs font-normal whitespace-nowrap text-ink-3 lg:sticky lg:top-12 lg:z-10',
                  edge,
                  column.numeric ? 'text-right' : 'text-left',
                )}
              >
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body} onKeyDown={onKeyDown}>
          <Spacer height={first ? first.start - scrollMargin : 0} columns={columns.length} />
          {visible.map((item) => {
            const row = rows[item.index]
            if (row === undefined) return null
            const href = rowHref?.(row)
            return (
              <tr
                key={rowKey(row)}
                data-index={item.index}
                aria-rowindex={item.index + 2}
                tabIndex={item.index === reachable ? 0 : -1}
                onFocus={() => setActive(item.index)}
                onClick={(event) => {
                  if (!isOnControl(event)) open(row, event.ctrlKey || event.metaKey)
                }}
                className={cn('-outline-offset-2 hover:bg-sunken focus:bg-sunken', href && 'cursor-pointer')}
                style={{ height: rowHeight }}
              >
                {columns.map((column) => {
                  const Cell = column.rowHeader ? 'th' : 'td'
                  return (
                    <Cell
                      key={column.key}
                      scope={column.rowHeader ? 'row' : undefined}
                      className={cn(
                        'truncate border-b border-line px-2 font-normal',
                        edge,
                        column.numeric ? 'text-right' : 'text-left',
                      )}
                    >
                      {column.rowHeader && href ? (
                        // A page for every row that comes into view would be fetched for nothing.
                        <Link href={href} tabIndex={-1} prefetch={false} className="link">
                          {column.cell(row)}
                        </Link>
                      ) : (
                        column.cell(row)
                      )}
                    </Cell>
                  )
                })}
              </tr>
            )
          })}
          <Spacer
            height={last ? virtualizer.getTotalSize() - (last.end - scrollMargin) : 0}
            columns={columns.length}
          />
        </tbody>
      </table>
      {loading && (
        <p role="status" className="sticky left-0 px-4 py-2 text-xs text-ink-3 max-md:px-3">
          Loading more
        </p>
      )}
    </div>
  )
}

const isOnControl = ({ target }: MouseEvent) =>
  target instanceof Element && target.closest('a, button, input') !== null

/** Holds the height of the rows that do not exist. */
function Spacer({ height, columns }: { height: number; columns: number }) {
  if (height <= 0) return null
  return (
    <tr aria-hidden role="presentation">
      <td role="presentation" colSpan={columns} className="p-0" style={{ height }} />
    </tr>
  )
}
