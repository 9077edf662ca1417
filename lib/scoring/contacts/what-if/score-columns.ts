import type { ContactDocument } from '../document'
import { type CountedColumns, countColumns } from './counted-columns'
import { keptWorths, logAges, rateColumns } from './rate-columns'
import type { StarColumns } from './star-columns'
import { starColumn } from './star-summary'

/** Everybody's score and stars under one document, and what counts of each. */
export function scoreColumns(
  columns: StarColumns,
  document: ContactDocument,
): { counted: CountedColumns; scores: Float64Array; stars: Uint8Array } {
  const { clock, gravity } = document
  const counted = countColumns(columns, document)
  const logs = clock.type === 'time' ? logAges(columns, counted, clock.unit) : null
  const scores = rateColumns(columns, counted, document, keptWorths(clock, gravity, counted.longest, logs))
  return { counted, scores, stars: starColumn(scores, document) }
}
