/**
 * Rank keys in ascending order, with a **guide**: the leading bits of a key say in which short stretch it is.
 *
 * A positive Float64 is ordered as its leading 32 bits read as a whole number (exponent, then mantissa), so those bits,
 * cut to some, are buckets that follow the order of keys, finer where numbers are smaller: however far the largest key
 * is from the others, there are thousands of buckets among these. All keys up to 0 are in bucket 0.
 */
export type SortedKeys = {
  keys: Float64Array
  /** Whose key it is, in the same order. */
  members: Int32Array
  /** Where each bucket begins, and at last how many keys there are. */
  starts: Int32Array
  /** Leading bits of the smallest positive key. */
  lowest: number
  /** How many of the leading bits a bucket leaves out. */
  shift: number
  /** The number of the last bucket. */
  last: number
}

/** The guide has to stay in fast memory; with more buckets than these, sorting waits for slow one. */
const MOST_BUCKETS = 1 << 19

/** Stretches up to this length are sorted by insertion, and searched one by one. */
const SHORT = 24

/** Distances of a shell sort (Ciura 2001, continued by 2.25). */
const GAPS = [
  836_387, 371_727, 165_212, 73_427, 32_634, 14_504, 6446, 2865, 1273, 701, 301, 132, 57, 23, 10, 4, 1,
]

/** Leading 32 bits of key k at 2k + 1: every platform that runs this is little-endian. */
const bitsOf = (keys: Float64Array) => new Int32Array(keys.buffer, keys.byteOffset, keys.length * 2)

const one = new Float64Array(1)
const bitsOfOne = bitsOf(one)

function bucketOfBits(bits: number, lowest: number, shift: number): number {
  return bits <= 0 ? 0 : ((bits - lowest) >> shift) + 1
}

/** The bucket that a key is in, or would be. */
function bucketOf(key: number, { lowest, shift, last }: SortedKeys): number {
  one[0] = key
  return Math.max(0, Math.min(last, bucketOfBits(bitsOfOne[1] ?? 0, lowest, shift)))
}

/** The lowest and highest leading bits of positive keys; the lowest is above the highest where there are none. */
function rangeOf(bits: Int32Array): { lowest: number; highest: number } {
  let lowest = 0x7fffffff
  let highest = 0
  for (let k = 1; k < bits.length; k += 2) {
    const high = bits[k] ?? 0
    if (high > highest) highest = high
    if (high > 0 && high < lowest) lowest = high
  }
  return { lowest, highest }
}

function areEqual(keys: Float64Array, from: number, to: number): boolean {
  const first = keys[from]
  for (let k = from + 1; k < to; k++) if (keys[k] !== first) return false
  return true
}

/** Sorts keys over a distance, and their members with them. */
function sortOver(gap: number, { keys, members }: SortedKeys, from: number, to: number) {
  for (let k = from + gap; k < to; k++) {
    const key = keys[k] ?? 0
    if ((keys[k - gap] ?? 0) <= key) continue
    const member = members[k] ?? 0
    let at = k
    while (at >= from + gap && (keys[at - gap] ?? 0) > key) {
      keys[at] = keys[at - gap] ?? 0
      members[at] = members[at - gap] ?? 0
      at -= gap
    }
    keys[at] = key
    members[at] = member
  }
}

function sortStretch(sorted: SortedKeys, from: number, to: number) {
  if (to - from <= SHORT) sortOver(1, sorted, from, to)
  else if (!areEqual(sorted.keys, from, to)) {
    for (const gap of GAPS) if (gap < to - from) sortOver(gap, sorted, from, to)
  }
}

/**
 * **Sorted keys**: sorts by buckets, then inside each, where keys are few or equal.
 *
 * @param source finite numbers in any order; not changed
 * @param ids whose each of them is; left out: its index
 * @param before sorted keys that are no longer needed, whose memory is used again
 *
 * Example: 3, -1, 0.5, 3: keys -1, 0.5, 3, 3 of 1, 2, and 0 and 3 in any order.
 */
export function sortKeys(source: Float64Array, ids?: Int32Array, before?: SortedKeys): SortedKeys {
  const size = source.length
  const bits = bitsOf(source)
  const { lowest, highest } = rangeOf(bits)
  const buckets = Math.min(MOST_BUCKETS, Math.max(64, size >> 1))
  let shift = 0
  while ((highest - lowest) >> shift > buckets) shift += 1
  const last = highest < lowest ? 0 : bucketOfBits(highest, lowest, shift)

  const isRoomy = before && before.keys.buffer.byteLength >= size * 8
  const keys = isRoomy ? new Float64Array(before.keys.buffer, 0, size) : new Float64Array(size)
  const members = isRoomy ? new Int32Array(before.members.buffer, 0, size) : new Int32Array(size)
  const starts = new Int32Array(last + 3)
  const sorted: SortedKeys = { keys, members, starts, lowest, shift, last }

  // Counted two buckets ahead, so that after the scatter, which moves each start to its end, they are the starts.
  for (let k = 1; k < bits.length; k += 2) {
    const ahead = bucketOfBits(bits[k] ?? 0, lowest, shift) + 2
    starts[ahead] = (starts[ahead] ?? 0) + 1
  }
  for (let b = 2; b < starts.length; b++) starts[b] = (starts[b] ?? 0) + (starts[b - 1] ?? 0)
  for (let k = 0; k < size; k++) {
    const next = bucketOfBits(bits[2 * k + 1] ?? 0, lowest, shift) + 1
    const at = starts[next] ?? 0
    keys[at] = source[k] ?? 0
    members[at] = ids ? (ids[k] ?? 0) : k
    starts[next] = at + 1
  }
  for (let b = 0; b <= last; b++) sortStretch(sorted, starts[b] ?? 0, starts[b + 1] ?? 0)
  return sorted
}

/** How many keys are smaller than the one asked for, which need not be among them. */
export function countBelow(sorted: SortedKeys, key: number): number {
  const { keys, starts } = sorted
  const bucket = bucketOf(key, sorted)
  let low = starts[bucket] ?? 0
  let high = starts[bucket + 1] ?? 0
  while (high - low > SHORT) {
    const middle = (low + high) >>> 1
    if ((keys[middle] ?? 0) < key) low = middle + 1
    else high = middle
  }
  while (low < high && (keys[low] ?? 0) < key) low += 1
  return low
}

/** How many keys are at most the one asked for. */
export function countUpTo(sorted: SortedKeys, key: number, below = countBelow(sorted, key)): number {
  const { keys } = sorted
  // Most keys are nobody else's.
  if (keys[below] !== key) return below
  if (keys[below + 1] !== key) return below + 1
  let low = below + 2
  let high = sorted.starts[bucketOf(key, sorted) + 1] ?? 0
  while (low < high) {
    const middle = (low + high) >>> 1
    if (keys[middle] === key) low = middle + 1
    else high = middle
  }
  return low
}

/** The first index, from `from` on, whose number fails a condition that holds up to some number and for none after. */
export function partitionPoint(
  ascending: Float64Array,
  from: number,
  holds: (one: number) => boolean,
): number {
  let low = from
  let high = ascending.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (holds(ascending[middle] ?? 0)) low = middle + 1
    else high = middle
  }
  return low
}
