/**
 * The row of the first of some internal ids (decimal) that has one; null where none has.
 * @param people ids by row, ascending
 */
export function rowOfPerson(people: BigUint64Array, ids: readonly string[]): number | null {
  for (const id of ids) {
    const row = rowOf(people, BigInt(id))
    if (row !== null) return row
  }
  return null
}

function rowOf(people: BigUint64Array, id: bigint): number | null {
  let [from, to] = [0, people.length]
  while (from < to) {
    const middle = (from + to) >>> 1
    if (people[middle]! < id) from = middle + 1
    else to = middle
  }
  return people[from] === id ? from : null
}
