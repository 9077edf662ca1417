import { valueOf, type ChartData } from './chart-data'

/** A text that a spreadsheet would run as a formula gets an apostrophe before it. */
function escape(value: string | number): string {
  if (typeof value === 'number') return String(value)
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** RFC 4180, with a line of column names. */
export function toCsv({ columns, rows }: ChartData): string {
  const lines = [columns.map((column) => column.name), ...rows.map((row) => row.map(valueOf))]
  return lines.map((line) => `${line.map(escape).join(',')}\r\n`).join('')
}
