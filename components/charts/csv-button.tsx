'use client'
import { Download } from 'lucide-react'
import { IconButton } from '@/components/ui/icon-button'
import type { ChartData } from './chart-data'
import { downloadCsv } from './download'

/** Downloads what a table shows. */
export function CsvButton({ data, fileName }: { data: ChartData; fileName: string }) {
  return (
    <IconButton label="Download CSV" onClick={() => downloadCsv(data, fileName)}>
      <Download aria-hidden />
    </IconButton>
  )
}
