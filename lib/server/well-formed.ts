/** Texts that PostgreSQL cannot hold: a NUL, or half of a surrogate pair. */
const broken = (text: string) => text.includes('\u0000') || !text.isWellFormed()

/** The path of the first text, value or key, that cannot be stored as it is; null where all can. */
export function brokenText(
  value: unknown,
  path: readonly (string | number)[] = [],
): readonly (string | number)[] | null {
  if (typeof value === 'string') return broken(value) ? path : null
  if (typeof value !== 'object' || value === null || value instanceof Date) return null
  for (const [key, inner] of Object.entries(value)) {
    const place = [...path, Array.isArray(value) ? Number(key) : key]
    const found = broken(key) ? path : brokenText(inner, place)
    if (found) return found
  }
  return null
}
