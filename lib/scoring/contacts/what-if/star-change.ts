/** Who changes stars between two documents. */
export type StarChange = {
  /** Contacts of both. */
  n: number
  up: number
  down: number
  same: number
  /** Contacts under the second alone. */
  entered: number
  /** Contacts under the first alone. */
  left: number
  /** Stars before × stars after, 1 to 5 each; contacts of both. */
  matrix: readonly (readonly number[])[]
}

/** From counts of every pair, 0 to 5 stars before × 0 to 5 after, 0 being no contact. */
export function starChangeOf(pairs: readonly (readonly number[])[]): StarChange {
  const at = (before: number, after: number) => pairs[before]?.[after] ?? 0
  const stars = [1, 2, 3, 4, 5]
  const sum = (wanted: (before: number, after: number) => boolean) =>
    stars.reduce(
      (all, before) =>
        stars.reduce((some, after) => some + (wanted(before, after) ? at(before, after) : 0), all),
      0,
    )
  return {
    n: sum(() => true),
    up: sum((before, after) => after > before),
    down: sum((before, after) => after < before),
    same: sum((before, after) => after === before),
    entered: stars.reduce((all, after) => all + at(0, after), 0),
    left: stars.reduce((all, before) => all + at(before, 0), 0),
    matrix: stars.map((before) => stars.map((after) => at(before, after))),
  }
}

/** The same of columns of stars, aligned; 0 is no contact. */
export function starChange(before: Uint8Array, after: Uint8Array): StarChange {
  const pairs = new Uint32Array(36)
  for (let contact = 0; contact < before.length; contact++)
    pairs[before[contact]! * 6 + after[contact]!]! += 1
  return starChangeOf([0, 1, 2, 3, 4, 5].map((row) => [...pairs.subarray(row * 6, row * 6 + 6)]))
}
