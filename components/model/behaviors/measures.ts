import type { WrittenBehavior } from './entries'

type Measure = WrittenBehavior['measure']

/** The measures as a cell names them, and as the editor of one behavior explains them. */
export const measures: readonly { value: Measure['type']; label: string; words: string }[] = [
  { value: 'count', label: 'count', words: 'count: every event' },
  { value: 'days', label: 'days', words: 'days: days with at least one' },
  { value: 'once', label: 'once', words: 'once: 1 if it happened at all' },
  { value: 'first', label: 'first', words: 'first: 1 if the first time ever was in the window' },
  { value: 'sum', label: 'sum of', words: 'sum: of a property of the events' },
]

/** A measure of another type; the property of a sum is then still to be chosen. */
export const measureOf = (type: string): Measure =>
  type === 'sum' ? { type: 'sum', property: '' } : { type: type as 'count' }
