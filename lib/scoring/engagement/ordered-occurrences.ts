import type { Occurrence } from './person-history'

function inOrder(a: Occurrence, b: Occurrence): number {
  return a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
}

function isOrdered(occurrences: readonly Occurrence[]): boolean {
  let before: Occurrence | undefined
  for (const one of occurrences) {
    if (before && inOrder(before, one) >= 0) return false
    before = one
  }
  return true
}

/**
 * **Order**: the set of a person's activity before `asOf`, oldest first by (at, id), each once.
 *
 * So a score is a function of the set of events: neither the order they are given in nor one given twice (same instant
 * and id) changes a bit of it. Stored events are unique by id already, which ingest sees to.
 *
 * @param asOf milliseconds since 1970 UTC; what occurred at it or later, and what is no activity, is left out
 *
 * Example: b at 5, a at 5, c at 3, a at 5 again, asOf 7: c, a, b; with asOf 5: c.
 */
export function orderedOccurrences(occurrences: readonly Occurrence[], asOf: number): readonly Occurrence[] {
  const seen = occurrences.filter(({ activity, at }) => activity && at < asOf)
  if (isOrdered(seen)) return seen
  return seen.sort(inOrder).filter((one, index) => {
    const before = seen[index - 1]
    return !before || inOrder(before, one) !== 0
  })
}
