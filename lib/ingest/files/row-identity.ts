import { hash } from 'node:crypto'
import { OccurrenceCounter } from './occurrence-counter'

type Values = Record<string, unknown>

/**
 * Makes event ids for the rows of one file, in the order of the file: `row:` and 128 bits of SHA-256 over kind and
 * content, and for the second, third … of identical rows `-2`, `-3` …. So equal rows are different events, and the
 * same file read again gives the same ids. Content is every filled cell with its column's name, whatever the order
 * of the columns, their mapping and what was assumed about times.
 */
export class RowIdentity {
  private readonly occurrences = new OccurrenceCounter()
  private readonly sorted: readonly string[] | null

  /** `columns`: those of a CSV; null where every row has its own keys. */
  constructor(
    private readonly kind: string,
    columns: readonly string[] | null,
  ) {
    this.sorted = columns && [...columns].sort()
  }

  idOf(values: Values): string {
    const content: unknown[] = [this.kind]
    for (const key of this.sorted ?? Object.keys(values).sort()) {
      const value = values[key]
      if (value !== undefined && value !== null && value !== '') content.push(key, sortedKeys(value))
    }
    const digest = hash('sha256', JSON.stringify(content), 'hex').slice(0, 32)
    const before = this.occurrences.next(parseInt(digest.slice(0, 8), 16), parseInt(digest.slice(8, 16), 16))
    return before === 0 ? `row:${digest}` : `row:${digest}-${before + 1}`
  }
}

/** The same value with the keys of its objects in order, all the way down. */
function sortedKeys(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(sortedKeys)
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => [key, sortedKeys(inner)])
}
