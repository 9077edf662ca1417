import type { Level } from './in-levels'

/**
 * A contact's arrays as they were seen at each of the instants `foldPoints`, in milliseconds: what was gathered and sorted
 * once is cut for each of them, and whoever had no action yet is no contact of that instant. `since` stands, as the
 * earliest event of all is earlier than whatever is seen.
 */
export function seenAtPoints(
  from: string,
  arrays: readonly string[],
): { from: string; known: readonly string[]; level: Level } {
  const cut = (array: string) => {
    const instants = array === 'rows' ? 'rows.1' : `whole_${array.replace(/_.*/, '_ats')}`
    return [
      array,
      `arrayFilter((x, a) -> a < point, whole_${array}, ${array === 'rows' ? 'whole_rows.1' : instants})`,
    ]
  }
  const known = ['person', 'since', 'newest', 'point']
  const whole = arrays.map((array) => `${array} AS whole_${array}`)
  return {
    from: `
      SELECT ${known.join(', ')}, ${whole.join(', ')}
      FROM (${from}) ARRAY JOIN {foldPoints:Array(Int64)} AS point WHERE oldest < point`,
    known: [...known, ...arrays.map((array) => `whole_${array}`)],
    level: Object.fromEntries(arrays.map(cut)),
  }
}
