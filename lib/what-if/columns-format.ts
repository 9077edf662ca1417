import type { EngagementDocument } from '@/lib/scoring/engagement/document'
import type { LiveScores, Population } from '@/lib/scoring/engagement/what-if/population'
import { type Numbers, packArrays, unpackArrays } from './packed-arrays'

/** A population and the live scores in its rows, as they go to the browser. Nobody can be told from them. */
export type Columns = {
  population: Population
  live: (LiveScores & { version: number }) | null
}

type Head = {
  size: number
  countKeys: string[]
  live: { version: number; document: EngagementDocument; countKeys: string[] } | null
}

/** The same numbers in the fewest bytes that hold each exactly: most counts are small whole numbers. */
function narrow(column: Float64Array): Numbers {
  let largest = 0
  let isWhole = true
  for (const value of column) {
    if (Number.isInteger(value) && value >= 0 && !Object.is(value, -0)) {
      if (value > largest) largest = value
    } else {
      isWhole = false
      if (!Number.isNaN(value) && Math.fround(value) !== value) return column
    }
  }
  if (!isWhole || largest > 65_535) return largest > 2 ** 24 ? column : Float32Array.from(column)
  return largest < 256 ? Uint8Array.from(column) : Uint16Array.from(column)
}

/** Writes columns as one piece, as `packArrays` does. */
export function encodeColumns({ population, live }: Columns): Uint8Array<ArrayBuffer> {
  const { size, states, tenures, counts } = population
  const countKeys = [...counts.keys()]
  const liveKeys = live ? [...live.counts.keys()] : []
  const named: Record<string, Numbers> = { states, tenures }
  countKeys.forEach((key, j) => {
    named[`count ${j}`] = narrow(counts.get(key) ?? new Float64Array(size))
  })
  if (live) {
    named['live scores'] = narrow(live.scores)
    named['live tiers'] = live.tiers
    liveKeys.forEach((key, j) => {
      const column = live.counts.get(key) ?? new Float64Array(size)
      if (column !== counts.get(key)) named[`live count ${j}`] = narrow(column)
    })
  }
  const head: Head = {
    size,
    countKeys,
    live: live && { version: live.version, document: live.document, countKeys: liveKeys },
  }
  return packArrays(head, named)
}

/** Reads what `encodeColumns` wrote; also runs in the browser. */
export function decodeColumns(buffer: ArrayBuffer): Columns {
  const { head, read } = unpackArrays<Head>(buffer)
  const numbers = (name: string): Float64Array | null => {
    const values = read(name)
    return values instanceof Float64Array || values === null ? values : Float64Array.from(values)
  }
  const { size, countKeys } = head
  const none = () => new Float64Array(size)
  const counts = new Map(countKeys.map((key, j) => [key, numbers(`count ${j}`) ?? none()]))
  const population: Population = {
    size,
    states: (read('states') as Uint8Array | null) ?? new Uint8Array(size),
    tenures: numbers('tenures') ?? none(),
    counts,
  }
  if (!head.live) return { population, live: null }
  const { version, document, countKeys: liveKeys } = head.live
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
