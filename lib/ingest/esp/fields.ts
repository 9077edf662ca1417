import { parseInstant } from '@/lib/ingest/segment-spec/parse-instant'

export type Fields = Readonly<Record<string, unknown>>

/** The value as an object; empty where it is none. */
export const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {}

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** A text that says something, or a number as text; else null. */
export function textOf(value: unknown): string | null {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && value.trim() !== '' ? value : null
}

/** The first of these that says something. */
export function firstText(...values: unknown[]): string | null {
  for (const value of values) {
    const text = textOf(value)
    if (text !== null) return text
  }
  return null
}

/** An id of another table, of which many providers write 0 for none. */
export const idOf = (value: unknown): string | null => {
  const text = textOf(value)
  return text === '0' ? null : text
}

/** Unix seconds or milliseconds, or ISO 8601 (without a zone it is UTC), in ms since epoch; null for anything else. */
export const timeOf = (value: unknown): number | null => parseInstant(value)
