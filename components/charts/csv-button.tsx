'use client'
import { Download } from 'lucide-react'
import { IconButton } from '@/components/ui/icon-button'
import type { ChartData } from './chart-data'
import { download } from './download'
import { toCsv } from './to-csv'

/** Downloads what a table shows. */
export function CsvButton({ data, fileName }: { data: ChartData; fileName: string }) {
  return (
    <IconButton
      label="Download CSV"
      onClick={() => download(new Blob([toCsv(data)], { type: 'text/csv;charset=utf-8' }), `${fileName}.csv`)}
    >
      <Download aria-hidden />
    </IconButton>
  )
}
