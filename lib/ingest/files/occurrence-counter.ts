const partitions = 64
const firstSlots = 64
const highestLoad = 0.8

type Table = { low: Uint32Array; high: Uint16Array; counts: Uint8Array; used: number }

const emptyTable = (slots: number): Table => ({
  low: new Uint32Array(slots),
  high: new Uint16Array(slots),
  counts: new Uint8Array(slots),
  used: 0,
})

/**
 * Counts how often each of many hashes was seen: open addressing with linear probing in typed arrays of 7 bytes a
 * slot, so 9 to 18 bytes for each distinct hash (a Map holds at most 2^24 entries and ten times the memory). Of a hash
 * 54 bits are kept. Two hashes that share them are counted as one; the caller's ids must not depend on that.
 * Partitions keep the moment of growing small.
 */
export class OccurrenceCounter {
  private readonly tables = Array.from({ length: partitions }, () => emptyTable(firstSlots))
  /** Counts that do not fit into a byte, by partition and hash. */
  private readonly many = new Map<string, number>()

  /** How often this hash was seen before; counts it. `a` and `b` are 32 random bits each. */
  next(a: number, b: number): number {
    const partition = b & (partitions - 1)
    const low = a >>> 0
    const high = (b >>> 6) & 0xffff
    let table = this.tables[partition] as Table
    if (table.used >= table.low.length * highestLoad) {
      table = grown(table)
      this.tables[partition] = table
    }
    const slot = slotOf(table, low, high)
    const before = table.counts[slot] as number
    if (before === 255) {
      const key = `${partition}:${high}:${low}`
      const count = this.many.get(key) ?? 255
      this.many.set(key, count + 1)
      return count
    }
    if (before === 0) {
      table.low[slot] = low
      table.high[slot] = high
      table.used += 1
    }
    table.counts[slot] = before + 1
    return before
  }
}

function slotOf({ low: lows, high: highs, counts }: Table, low: number, high: number): number {
  const mask = lows.length - 1
  let slot = low & mask
  while (counts[slot] !== 0 && (lows[slot] !== low || highs[slot] !== high)) slot = (slot + 1) & mask
  return slot
}

function grown(table: Table): Table {
  const bigger = emptyTable(table.low.length * 2)
  for (let i = 0; i < table.low.length; i += 1) {
    if (table.counts[i] === 0) continue
    const slot = slotOf(bigger, table.low[i] as number, table.high[i] as number)
    bigger.low[slot] = table.low[i] as number
    bigger.high[slot] = table.high[i] as number
    bigger.counts[slot] = table.counts[i] as number
  }
  bigger.used = table.used
  return bigger
}
