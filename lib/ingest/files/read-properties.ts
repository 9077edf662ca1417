import type { JsonObject } from '@/lib/ingest/canonical-event'
import { cellValue } from './cell-value'
import { isCreationColumn } from './creation-column'
import { type KindMapping, listedColumns, usedColumns } from './mapping-schema'
import { parseTimestamp, type TimeAssumptions, timeRules } from './parse-timestamp'

/** How the rows of a file look: the columns known of it, and whether its values have types (NDJSON) or are text. */
export type RowShape = { columns: readonly string[]; typed: boolean }

type Options = TimeAssumptions & RowShape & { zoneFallback?: string }
type Values = Record<string, unknown>

/**
 * Makes the function that reads the properties (traits) of a row: the columns that the mapping lists, or all that it
 * does not use otherwise. Empty cells and nulls are left out; `value` keeps that name; of people and accounts the
 * column that tells when they began becomes `createdAt`, ISO 8601 (unchanged, under its own name, where it is no time).
 */
export function propertyReader(mapped: KindMapping, options: Options): (values: Values) => JsonObject {
  const { mapping } = mapped
  const used = new Set(usedColumns(mapping).map(([, column]) => column))
  const listed = listedColumns(mapping)
  const began = creationColumn(mapped, listed ?? options.columns.filter((column) => !used.has(column)))
  if (began !== undefined) used.add(began)
  const plain = (listed ?? (options.typed ? undefined : options.columns))?.filter(
    (column) => column !== began && (listed !== undefined || !used.has(column)),
  )
  const valueColumn = 'value' in mapping ? mapping.value : undefined
  // Some hours more or less do not matter to when a person began: nobody is refused for a zone missing here.
  const times = timeRules({ ...options, timeZone: options.timeZone ?? options.zoneFallback ?? 'UTC' })

  return (values) => {
    const properties: JsonObject = {}
    const add = (name: string, value: unknown) => {
      const meant = !options.typed && typeof value === 'string' ? cellValue(value) : value
      if (meant !== undefined && meant !== null && name !== '__proto__') properties[name] = meant
    }
    if (plain) for (const column of plain) add(column, values[column])
    else for (const column of Object.keys(values)) if (!used.has(column)) add(column, values[column])
    if (valueColumn !== undefined) add('value', values[valueColumn])
    if (began !== undefined) {
      const at = parseTimestamp(values[began], times)
      if (at instanceof Date) properties.createdAt = at.toISOString()
      else add(began, values[began])
    }
    return properties
  }
}

function creationColumn({ kind, mapping }: KindMapping, candidates: readonly string[]): string | undefined {
  if (kind !== 'people' && kind !== 'accounts') return undefined
  return mapping.createdAt ?? candidates.find(isCreationColumn)
}
