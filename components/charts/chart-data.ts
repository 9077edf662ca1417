/** What a chart shows, as a table: behind "View as table" and the CSV. */
export type ChartData = {
  columns: readonly { name: string; numeric?: boolean }[]
  /** One value per column. */
  rows: readonly (readonly ChartValue[])[]
}

/** A value as it is, or with the words it is printed as. */
export type ChartValue = string | number | { value: string | number; text: string }

export const valueOf = (cell: ChartValue): string | number => (typeof cell === 'object' ? cell.value : cell)
export const textOf = (cell: ChartValue): string => (typeof cell === 'object' ? cell.text : String(cell))
