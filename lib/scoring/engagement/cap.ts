/**
 * **Cap**: `min(c, n)`, so that doing one thing very often stops adding.
 *
 * @param n what was measured, at least 0
 * @param c the cap, greater than 0, in the unit of n; null = no cap
 *
 * Example: n = 25 under c = 20 counts as 20; n = 20 and n = 7 stay as they are.
 */
export function capped(n: number, c: number | null): number {
  return c === null ? n : Math.min(c, n)
}
