/** The population somebody is compared with: distinct rank keys, ascending, and how many people are below each. */
export type Baseline = {
  keys: readonly number[]
  /** `below[k]` people have a key under `keys[k]`; one entry more than `keys`, the last being everybody. */
  below: readonly number[]
  /** N, the number of people. */
  size: number
}

/** The place of one rank key in a baseline, in people. */
export type Place = {
  /** L: people with a smaller key. */
  below: number
  /** E: people with the same key, the person included where they are of the baseline. */
  equal: number
}

/**
 * **Baseline**: counts people by rank key. O(N log N) once, and as long as the distinct keys afterwards.
 *
 * Example: keys 5, 0, 5, 9 become keys (0, 5, 9), below (0, 1, 3, 4), size 4.
 */
export function buildBaseline(rankKeys: readonly number[]): Baseline {
  const keys: number[] = []
  const below: number[] = []
  Float64Array.from(rankKeys)
    .sort()
    .forEach((key, index) => {
      if (keys.at(-1) === key) return
      keys.push(key)
      below.push(index)
    })
  below.push(rankKeys.length)
  return { keys, below, size: rankKeys.length }
}

/**
 * **Place**: L and E of a rank key in a baseline, by binary search. A key that nobody has gets E = 0: an outsider is
 * placed without being counted.
 *
 * Example: in keys 5, 0, 5, 9 the key 5 has L = 1, E = 2; the key 7 has L = 3, E = 0.
 */
export function placeIn({ keys, below }: Baseline, key: number): Place {
  let low = 0
  let high = keys.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((keys[middle] ?? Infinity) < key) low = middle + 1
    else high = middle
  }
  const under = below[low] ?? 0
  return { below: under, equal: keys[low] === key ? (below[low + 1] ?? under) - under : 0 }
}
