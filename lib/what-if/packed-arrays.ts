const makers = {
  i8: Int8Array,
  u8: Uint8Array,
  u16: Uint16Array,
  u32: Uint32Array,
  f32: Float32Array,
  f64: Float64Array,
} as const

type Kind = keyof typeof makers
export type Numbers = Int8Array | Uint8Array | Uint16Array | Uint32Array | Float32Array | Float64Array
type Stored = { name: string; type: Kind; offset: number; length: number }

const aligned = (at: number) => Math.ceil(at / 8) * 8

function kindOf(values: Numbers): Kind {
  const kind = (Object.keys(makers) as Kind[]).find((one) => values instanceof makers[one])
  if (!kind) throw new Error('these numbers cannot be packed')
  return kind
}

/** The same whole numbers of at least 0 in the fewest bytes each. */
export function narrowed(values: Uint32Array): Uint8Array | Uint16Array | Uint32Array {
  let largest = 0
  for (const value of values) if (value > largest) largest = value
  if (largest < 256) return Uint8Array.from(values)
  return largest < 65_536 ? Uint16Array.from(values) : values
}

/**
 * One piece of bytes of something that is JSON and arrays of numbers: the length of the JSON (32 bits, little-endian),
 * the JSON, and behind the next multiple of 8 the arrays, each at a multiple of 8.
 */
export function packArrays(head: unknown, named: Readonly<Record<string, Numbers>>): Uint8Array<ArrayBuffer> {
  let end = 0
  const arrays = Object.entries(named).map(([name, values]): Stored => {
    const offset = end
    end = aligned(offset + values.byteLength)
    return { name, type: kindOf(values), offset, length: values.length }
  })
  const text = new TextEncoder().encode(JSON.stringify({ head, arrays }))
  const start = aligned(4 + text.length)
  const bytes = new Uint8Array(start + end)
  new DataView(bytes.buffer).setUint32(0, text.length, true)
  bytes.set(text, 4)
  for (const { name, offset } of arrays) {
    const values = named[name]
    if (values) bytes.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), start + offset)
  }
  return bytes
}

/** Reads what `packArrays` wrote; also runs in the browser. The arrays are views of the buffer. */
export function unpackArrays<Head>(buffer: ArrayBuffer): {
  head: Head
  read: (name: string) => Numbers | null
} {
  const length = new DataView(buffer).getUint32(0, true)
  const { head, arrays } = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, 4, length))) as {
    head: Head
    arrays: Stored[]
  }
  const start = aligned(4 + length)
  const read = (name: string): Numbers | null => {
    const stored = arrays.find((array) => array.name === name)
    return stored ? new makers[stored.type](buffer, start + stored.offset, stored.length) : null
  }
  return { head, read }
}
