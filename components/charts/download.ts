import type { ChartData } from './chart-data'
import { toCsv } from './to-csv'

/** Hands a blob to the browser as a file. */
export function download(blob: Blob, fileName: string): void {
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}

/** Hands a table to the browser as a CSV file. */
export const downloadCsv = (data: ChartData, name: string): void =>
  download(new Blob([toCsv(data)], { type: 'text/csv;charset=utf-8' }), `${name}.csv`)
