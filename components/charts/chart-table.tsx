import { Table, Td, Th, Tr } from '@/components/ui/table'
import { textOf, type ChartData } from './chart-data'

/** The numbers of a chart, as a table of at most its own height. */
export function ChartTable({
  label,
  data,
  maxHeight,
}: {
  label: string
  data: ChartData
  maxHeight: number
}) {
  return (
    <div
      role="region"
      aria-label={`Rows: ${label}`}
      tabIndex={0}
      className="overflow-y-auto border-t border-line -outline-offset-2"
      style={{ maxHeight }}
    >
      <Table label={label}>
        <thead className="sticky top-0 bg-surface">
          <tr>
            {data.columns.map((column) => (
              <Th key={column.name} numeric={column.numeric}>
                {column.name}
              </Th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.rows.map((row, index) => (
            <Tr key={index}>
              {row.map((cell, place) => (
                <Td key={place} numeric={data.columns[place]?.numeric} className="whitespace-nowrap">
                  {textOf(cell)}
                </Td>
              ))}
            </Tr>
          ))}
        </tbody>
      </Table>
    </div>
  )
}
