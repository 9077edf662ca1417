import { cleanEmail, cleanFileId, isBlankCell } from '@/lib/ingest/clean-id'
import { columnKey } from './creation-column'
import { provenOrder, readWrittenTime } from './read-written-time'

/** What the values of one column look like, from a sample of rows. Shares are 0 to 1. */
export type ColumnFacts = {
  name: string
  /** The name with its words in lower case, joined by `_`. */
  key: string
  /** Up to five different values. */
  samples: string[]
  /** Share of rows with a value that says something. */
  filled: number
  /** Share of rows whose value can be an id. */
  ids: number
  /** Of the filled values: different ones, e-mail addresses, times in words or ISO, epochs, plain numbers. */
  distinct: number
  emails: number
  writtenTimes: number
  epochs: number
  numbers: number
  /** The different values, up to `mostWords`. */
  words: string[]
  /** The order of day and month that the values prove; null without proof or with proof of both. */
  dateOrder: 'day-first' | 'month-first' | null
}

const mostLookedAt = 1000
const mostWords = 200

export function columnFacts(name: string, values: readonly unknown[]): ColumnFacts {
  const filled = values.filter((value) => !isBlankCell(value))
  // Spread over the sample: a log often begins with a stretch of equal rows.
  const step = Math.max(1, Math.floor(filled.length / mostLookedAt))
  const looked = filled.filter((_, i) => i % step === 0).map(shownValue)
  const distinct = new Set(looked)
  const share = (test: (text: string) => boolean) => looked.filter(test).length / Math.max(1, looked.length)
  return {
    name,
    key: columnKey(name),
    samples: [...distinct].slice(0, 5).map((text) => text.slice(0, 200)),
    filled: filled.length / Math.max(1, values.length),
    ids: values.filter((value) => cleanFileId(value) !== null).length / Math.max(1, values.length),
    distinct: distinct.size / Math.max(1, looked.length),
    emails: share((text) => cleanEmail(text) !== null),
    writtenTimes: share((text) => /\D/.test(text) && readWrittenTime(text.trim()) !== null),
    epochs: share((text) => /^\d{9,19}(?:\.\d+)?$/.test(text.trim())),
    numbers: share((text) => /^-?\d+(?:\.\d+)?$/.test(text.trim())),
    words: [...distinct].slice(0, mostWords),
    dateOrder: orderProvenBy(filled),
  }
}

/** A value as one line of text. */
export const shownValue = (value: unknown): string =>
  typeof value === 'string' ? value : (JSON.stringify(value) ?? '')

function orderProvenBy(values: readonly unknown[]): ColumnFacts['dateOrder'] {
  const orders = new Set(
    values.map((value) => (typeof value === 'string' ? provenOrder(value.trim()) : null)),
  )
  orders.delete(null)
  return orders.size === 1 ? ([...orders][0] ?? null) : null
}
