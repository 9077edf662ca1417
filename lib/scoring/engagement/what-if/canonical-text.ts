/** A JSON value whose objects name their properties in order of the alphabet, and none that is undefined. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([, entry]) => entry !== undefined)
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([k, v]) => [k, ordered(v)]))
}

/**
 * **Canonical text** of a JSON value: two values have the same one exactly when they are equal, in whatever order
 * their properties were written or stored.
 *
 * Example: {b: 1, a: [2]} and {a: [2], b: 1}: `{"a":[2],"b":1}`.
 */
export function canonicalText(value: unknown): string {
  return JSON.stringify(ordered(value))
}
