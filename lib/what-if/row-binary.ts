/** A column of rows that all have the same length, and where its values go. */
export type BinaryColumn =
  | { type: 'UInt64'; into: BigUint64Array }
  | { type: 'UInt8'; into: Uint8Array }
  | { type: 'Int8'; into: Int8Array }
  | { type: 'Float64'; into: Float64Array }

const widths = { UInt64: 8, UInt8: 1, Int8: 1, Float64: 8 } as const

/** Some whole rows, and where their values belong. */
type Rows = { view: DataView; stride: number; rows: number; first: number }

/** Takes the values of one column; the loop is inside, so that it runs hot. */
function take({ type, into }: BinaryColumn, offset: number, { view, stride, rows, first }: Rows): void {
  switch (type) {
    case 'UInt64':
      // As two halves, so that no BigInt is made.
      takeHalves(new Uint32Array(into.buffer, into.byteOffset, into.length * 2), offset, {
        view,
        stride,
        rows,
        first,
      })
      return
    case 'UInt8':
      for (let i = 0; i < rows; i++) into[first + i] = view.getUint8(i * stride + offset)
      return
    case 'Int8':
      for (let i = 0; i < rows; i++) into[first + i] = view.getInt8(i * stride + offset)
      return
    case 'Float64':
      for (let i = 0; i < rows; i++) into[first + i] = view.getFloat64(i * stride + offset, true)
  }
}

function takeHalves(into: Uint32Array, offset: number, { view, stride, rows, first }: Rows): void {
  for (let i = 0; i < rows; i++) {
    into[2 * (first + i)] = view.getUint32(i * stride + offset, true)
    into[2 * (first + i) + 1] = view.getUint32(i * stride + offset + 4, true)
  }
}

/**
 * Reads ClickHouse's RowBinary of columns with fixed widths into typed arrays, piece by piece as it arrives: a million
 * rows never become objects. Throws where there are not exactly `rows` rows, which is also what an answer that breaks
 * off looks like.
 */
export async function readRowBinary(
  pieces: AsyncIterable<Uint8Array>,
  rows: number,
  columns: readonly BinaryColumn[],
): Promise<void> {
  let stride = 0
  const placed = columns.map((column) => {
    const offset = stride
    stride += widths[column.type]
    return { column, offset }
  })
  let row = 0
  let rest: Uint8Array = new Uint8Array(0)
  for await (const piece of pieces) {
    const bytes = rest.length === 0 ? piece : Buffer.concat([rest, piece])
    const whole = Math.floor(bytes.length / stride)
    if (row + whole > rows) throw new Error(`the warehouse answered over ${rows} rows`)
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
    for (const { column, offset } of placed) take(column, offset, { view, stride, rows: whole, first: row })
    row += whole
    rest = bytes.subarray(whole * stride)
  }
  if (row !== rows || rest.length > 0)
    throw new Error(`the warehouse answered ${row} rows and ${rest.length} bytes of ${rows} rows`)
}
