/**
 * **Rank key**: raw scores are compared rounded to 1e-9, so that ties do not hang on the order of a summation.
 *
 *     key = floor(raw · 1e9 + 0.5)
 *
 * The same expression on Float64 in SQL. A key is a whole number held in a Float64; two people are tied exactly when
 * their keys are equal, and a person did nothing that counts (is a *zero*) exactly when the key is at most 0.
 *
 * Example: 0.1 + 0.2 and 0.3 differ in the last bit and share the key 300,000,000.
 */
export function rankKey(raw: number): number {
  return Math.floor(raw * 1e9 + 0.5)
}

/** Whether the zeros rule applies to a person of this rank key. */
export function isZero(key: number): boolean {
  return key <= 0
}
