'use client'
import { Download, Table2 } from 'lucide-react'
import { useRef, useState, type ReactNode } from 'react'
import { Card, CardBody, CardFooter, CardHeader } from '@/components/ui/card'
import { DropdownMenu, DropdownMenuItem } from '@/components/ui/dropdown-menu'
import { IconButton } from '@/components/ui/icon-button'
import { Notice } from '@/components/ui/notice'
import { Skeleton } from '@/components/ui/skeleton'
import type { ChartData } from './chart-data'
import { ChartTable } from './chart-table'
import { download, downloadCsv } from './download'
import { svgToPng } from './svg-to-png'

export type ChartState =
  | { kind: 'ready' }
  | { kind: 'loading' }
  /** There is nothing to draw yet: an EmptyState that says what to do next. */
  | { kind: 'empty'; message: ReactNode }
  /** What happened; why and what to do; and a button to try again. */
  | { kind: 'error'; title: string; why?: ReactNode; action?: ReactNode }

export type ChartCardProps = {
  title: string
  /** Unit, n, dates. */
  caption?: string
  /** Segmented controls before the table and download buttons. */
  tools?: ReactNode
  footer?: ReactNode
  /** Below the drawing, above the footer. */
  details?: ReactNode
  /** The drawn numbers, for "View as table". */
  data: ChartData
  /** Finer numbers for the CSV, if there are any; made when they are asked for. */
  csv?: () => ChartData
  /** Name of the downloaded file, without its ending. */
  fileName: string
  /** Height of the drawing in pixels. */
  height: number
  state?: ChartState
  /** The drawing: one svg. */
  children: ReactNode
}

/** The frame of every chart: title, tools, view as table, download, and what stands there when there is no chart. */
export function ChartCard({
  title,
  caption,
  tools,
  footer,
  details,
  data,
  csv,
  fileName,
  height,
  state = { kind: 'ready' },
  children,
}: ChartCardProps) {
  const drawing = useRef<HTMLDivElement>(null)
  const [asTable, setAsTable] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const ready = state.kind === 'ready'

  const downloadPng = async () => {
    try {
      const svg = drawing.current?.querySelector('svg')
      if (!svg) return
      download(await svgToPng(svg, title, caption ?? ''), `${fileName}.png`)
      setFailure(null)
    } catch {
      setFailure('This browser could not draw the picture. Download the CSV instead.')
    }
  }

  return (
    <Card aria-label={title}>
      <CardHeader
        title={title}
        caption={caption}
        tools={
          ready && (
            <>
              {tools}
              <IconButton label="View as table" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
                <Table2 aria-hidden />
              </IconButton>
              <DropdownMenu
                align="end"
                trigger={
                  <IconButton label="Download">
                    <Download aria-hidden />
                  </IconButton>
                }
              >
                <DropdownMenuItem onSelect={() => downloadCsv(csv?.() ?? data, fileName)}>
                  Download CSV
                </DropdownMenuItem>
                <DropdownMenuItem disabled={asTable} onSelect={() => void downloadPng()}>
                  Download PNG
                </DropdownMenuItem>
              </DropdownMenu>
            </>
          )
        }
      />
      {ready && asTable && (
        <div className="pt-2">
          <ChartTable label={`${title}, as a table`} data={data} maxHeight={height + 20} />
        </div>
      )}
      {ready && !asTable && (
        <CardBody>
          <div ref={drawing}>{children}</div>
        </CardBody>
      )}
      {ready && details}
      {state.kind === 'loading' && (
        <CardBody>
          <div role="status" className="sr-only">
            Loading {title.toLowerCase()}
          </div>
          <div style={{ height }}>
            <Skeleton className="h-full" />
          </div>
        </CardBody>
      )}
      {state.kind === 'empty' && (
        <div className="grid place-items-center" style={{ minHeight: height }}>
          {state.message}
        </div>
      )}
      {state.kind === 'error' && (
        <CardBody style={{ minHeight: height }}>
          <Notice kind="error" title={state.title} action={state.action}>
            {state.why}
          </Notice>
        </CardBody>
      )}
      {failure && (
        <CardFooter role="alert" className="text-danger">
          {failure}
        </CardFooter>
      )}
      {footer && ready && <CardFooter>{footer}</CardFooter>}
    </Card>
  )
}
