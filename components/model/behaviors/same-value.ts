/** Do two values of JSON say the same? The order of an object's keys does not matter; NaN is NaN. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const [inA, inB] = [Object.entries(a), Object.entries(b)]
  const other = new Map<string, unknown>(inB)
  return (
    inA.length === inB.length &&
    inA.every(([key, value]) => other.has(key) && sameValue(value, other.get(key)))
  )
}
