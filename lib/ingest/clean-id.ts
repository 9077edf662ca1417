const refused = new Set(['', 'null', 'undefined', '0', 'guest', '[object object]', '.', '..'])

/**
 * An id as a sender wrote it, trimmed; numbers become their text. Null for what no person can have: blank, `null`,
 * `undefined`, `0`, `guest`, `[object Object]` in any case (`ingest.md`), and `.` and `..`, which no address can hold. `alsoRefused` holds lower-cased texts.
 */
export function cleanId(value: unknown, alsoRefused?: ReadonlySet<string>): string | null {
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'bigint') return null
  const id = String(value).trim()
  if (id.length > longestRefused) return id
  const word = id.toLowerCase()
  return refused.has(word) || alsoRefused?.has(word) ? null : id
}

const longestRefused = 15

/** Words that exports write into an empty cell. */
const placeholders = new Set(['-', '--', 'nan', 'none', 'nil', 'n/a', '#n/a', '\\n'])

/** The same for a cell of a file, where `-`, `nan`, `none`, `n/a`, `\N` stand for nothing as well. */
export const cleanFileId = (value: unknown): string | null => cleanId(value, placeholders)

/** True for a cell that says nothing: blank, `null` or a placeholder. Zero and `guest` do say something. */
export function isBlankCell(value: unknown): boolean {
  if (value === null || value === undefined) return true
  if (typeof value !== 'string') return false
  if (value.length > longestRefused) return value.trim() === ''
  const word = value.trim().toLowerCase()
  return word === '' || word === 'null' || word === 'undefined' || placeholders.has(word)
}

const plausible = /^[^\s@<>(),;:"]+@[^\s@<>(),;:"]+\.[^\s@<>(),;:".]+$/

/** An e-mail address, trimmed and lower-cased; null when it cannot be one. */
export function cleanEmail(value: unknown): string | null {
  if (typeof value !== 'string') return null
  const email = value.trim().toLowerCase()
  return email.length <= 320 && plausible.test(email) ? email : null
}
