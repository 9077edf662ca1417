import { Table, Td, Th, Tr } from '@/components/ui/table'
import type { ImportPreview } from '@/lib/imports/client'

type Props = Pick<ImportPreview['preview'], 'columns' | 'rows'>

/** The first rows of a file, as they were read. */
export function PreviewTable({ columns, rows }: Props) {
  return (
    <div className="max-h-64 overflow-y-auto rounded-md border border-line">
      <Table label={`First ${rows.length} rows of the file`}>
        <thead>
          <tr>
            {columns.map((column) => (
              <Th key={column.name}>{column.name}</Th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <Tr key={index}>
              {columns.map((column) => (
                <Td key={column.name} className="max-w-64 truncate text-xs">
                  {cell(row[column.name])}
                </Td>
              ))}
            </Tr>
          ))}
        </tbody>
      </Table>
    </div>
  )
}

const cell = (value: unknown): string =>
  value === null || value === undefined
    ? ''
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value)
