/**
 * For each of `wanted` its row among `known`, −1 where it is not there. Both ascending, each id once.
 *
 * Example: [2, 5, 9] among [1, 2, 9]: [1, −1, 2].
 */
export function sameRows(wanted: BigUint64Array, known: BigUint64Array): Int32Array {
  const rows = new Int32Array(wanted.length).fill(-1)
  // Two halves of 32 bits: no BigInt is made for a comparison, which a million of them would feel.
  const a = new Uint32Array(wanted.buffer, wanted.byteOffset, wanted.length * 2)
  const b = new Uint32Array(known.buffer, known.byteOffset, known.length * 2)
  let row = 0
  for (let index = 0; index < wanted.length; index++) {
    const low = a[index * 2] ?? 0
    const high = a[index * 2 + 1] ?? 0
    while (row < known.length) {
      const otherHigh = b[row * 2 + 1] ?? 0
      const otherLow = b[row * 2] ?? 0
      if (otherHigh > high || (otherHigh === high && otherLow >= low)) {
        if (otherHigh === high && otherLow === low) rows[index] = row
        break
      }
      row += 1
    }
  }
  return rows
}
