import type { EngagementDocument } from '@/lib/scoring/engagement/document'
import type { LiveScores, Population } from '@/lib/scoring/engagement/what-if/population'

/** A population and the live scores in its rows, as they go to the browser. Nobody can be told from them. */
export type Columns = {
  population: Population
  live: (LiveScores & { version: number }) | null
}

const makers = {
  i8: Int8Array,
  u8: Uint8Array,
  u16: Uint16Array,
  f32: Float32Array,
  f64: Float64Array,
} as const

type Kind = keyof typeof makers
type Numbers = Int8Array | Uint8Array | Uint16Array | Float32Array | Float64Array
type StoredArray = { name: string; type: Kind; offset: number; length: number }

type Header = {
  size: number
  countKeys: string[]
  live: { version: number; document: EngagementDocument; countKeys: string[] } | null
  /** Offsets in bytes from the first multiple of 8 behind the header. */
  arrays: StoredArray[]
}

const aligned = (at: number) => Math.ceil(at / 8) * 8

/** The narrowest kind that holds every number exactly: most counts are small whole numbers. */
function narrowest(column: Float64Array): Kind {
  let largest = 0
  let isWhole = true
  for (const value of column) {
    if (Number.isInteger(value) && value >= 0 && !Object.is(value, -0)) {
      if (value > largest) largest = value
    } else {
      isWhole = false
      if (!Number.isNaN(value) && Math.fround(value) !== value) return 'f64'
    }
  }
  if (!isWhole || largest > 65_535) return largest > 2 ** 24 ? 'f64' : 'f32'
  return largest < 256 ? 'u8' : 'u16'
}

/**
 * Writes columns as one piece: the length of a JSON header (32 bits, little-endian), the header, and behind the next
 * multiple of 8 the arrays, each at a multiple of 8.
 */
export function encodeColumns({ population, live }: Columns): Uint8Array<ArrayBuffer> {
  const { size, states, tenures, counts } = population
  const countKeys = [...counts.keys()]
  const liveKeys = live ? [...live.counts.keys()] : []
  const given: { name: string; type: Kind; values: Numbers }[] = [
    { name: 'states', type: 'u8', values: states },
    { name: 'tenures', type: 'f64', values: tenures },
  ]
  const add = (name: string, column: Float64Array) => {
    const type = narrowest(column)
    given.push({ name, type, values: type === 'f64' ? column : makers[type].from(column) })
  }
  countKeys.forEach((key, j) => add(`count ${j}`, counts.get(key) ?? new Float64Array(size)))
  if (live) {
    add('live scores', live.scores)
    given.push({ name: 'live tiers', type: 'i8', values: live.tiers })
    liveKeys.forEach((key, j) => {
      const column = live.counts.get(key) ?? new Float64Array(size)
      if (column !== counts.get(key)) add(`live count ${j}`, column)
    })
  }

  let offset = 0
  const arrays = given.map(({ name, type, values }): StoredArray => {
    const at = offset
    offset = aligned(at + values.byteLength)
    return { name, type, offset: at, length: values.length }
  })
  const header: Header = {
    size,
    countKeys,
    live: live && { version: live.version, document: live.document, countKeys: liveKeys },
    arrays,
  }
  const text = new TextEncoder().encode(JSON.stringify(header))
  const start = aligned(4 + text.length)
  const bytes = new Uint8Array(start + offset)
  new DataView(bytes.buffer).setUint32(0, text.length, true)
  bytes.set(text, 4)
  given.forEach(({ values }, index) => {
    const raw = new Uint8Array(values.buffer, values.byteOffset, values.byteLength)
    bytes.set(raw, start + (arrays[index]?.offset ?? 0))
  })
  return bytes
}

/** Reads what `encodeColumns` wrote; also runs in the browser. */
export function decodeColumns(buffer: ArrayBuffer): Columns {
  const length = new DataView(buffer).getUint32(0, true)
  const header = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, 4, length))) as Header
  const start = aligned(4 + length)
  const read = (name: string): Numbers | null => {
    const stored = header.arrays.find((array) => array.name === name)
    return stored ? new makers[stored.type](buffer, start + stored.offset, stored.length) : null
  }
  const numbers = (name: string): Float64Array | null => {
    const values = read(name)
    return values instanceof Float64Array || values === null ? values : Float64Array.from(values)
  }
  const { size, countKeys } = header
  const none = () => new Float64Array(size)
  const counts = new Map(countKeys.map((key, j) => [key, numbers(`count ${j}`) ?? none()]))
  const population: Population = {
    size,
    states: (read('states') as Uint8Array | null) ?? new Uint8Array(size),
    tenures: numbers('tenures') ?? none(),
    counts,
  }
  if (!header.live) return { population, live: null }
  const { version, document, countKeys: liveKeys } = header.live
  const live = {
    version,
    document,
    scores: numbers('live scores') ?? none(),
    tiers: (read('live tiers') as Int8Array | null) ?? new Int8Array(size),
    // What is not sent apart is the column of the population.
    counts: new Map(liveKeys.map((key, j) => [key, numbers(`live count ${j}`) ?? counts.get(key) ?? none()])),
  }
  return { population, live }
}
