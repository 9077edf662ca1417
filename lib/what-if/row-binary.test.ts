import { expect, test } from 'vitest'
import { type BinaryColumn, readRowBinary } from './row-binary'

const rows = [
  [2n ** 64n - 2n, 5, -1, 0.1],
  [7n, 0, 3, -1e300],
  [2n ** 40n, 255, 0, NaN],
] as const

function bytes(): Buffer {
  const all = Buffer.alloc(18 * rows.length)
  rows.forEach(([id, state, tier, count], row) => {
    all.writeBigUInt64LE(id, row * 18)
    all.writeUInt8(state, row * 18 + 8)
    all.writeInt8(tier, row * 18 + 9)
    all.writeDoubleLE(count, row * 18 + 10)
  })
  return all
}

const columns = () =>
  [
    { type: 'UInt64', into: new BigUint64Array(3) },
    { type: 'UInt8', into: new Uint8Array(3) },
    { type: 'Int8', into: new Int8Array(3) },
    { type: 'Float64', into: new Float64Array(3) },
  ] as const satisfies readonly BinaryColumn[]

async function* pieces(size: number, whole = bytes()) {
  for (let from = 0; from < whole.length; from += size) yield whole.subarray(from, from + size)
}

test.each([1, 7, 18, 20, 1000])('rows are read whole from pieces of %i bytes', async (size) => {
  const into = columns()
  await readRowBinary(pieces(size), 3, into)
  rows.forEach((row, index) => expect(into.map((column) => column.into[index])).toEqual([...row]))
})

test('an answer that breaks off, or says more than was asked, is not taken', async () => {
  await expect(readRowBinary(pieces(9, bytes().subarray(0, 40)), 3, columns())).rejects.toThrow('2 rows')
  await expect(readRowBinary(pieces(9), 2, columns())).rejects.toThrow('over 2 rows')
  await expect(readRowBinary(pieces(9, bytes().subarray(0, 36)), 3, columns())).rejects.toThrow('2 rows')
})
