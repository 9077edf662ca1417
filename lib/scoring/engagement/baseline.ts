/** The place of one rank key in a baseline, in people. */
export type Place = {
  /** L: people with a smaller key. */
  below: number
  /** E: people with the same key, the person included where they are of the baseline. */
  equal: number
}

/**
 * The population somebody is compared with. An interface, so that one of a million people can be asked of a store
 * instead of being held.
 */
export type Baseline = {
  /** N, the number of people. */
  size: number
  /** hi in points: what min–max divides by, at least 0. Null where there is nobody. */
  highest: number | null
  /** L and E of a rank key. A key that nobody has gets E = 0: an outsider is placed without being counted. */
  place: (key: number) => Place
}

/** So many people have one rank key. */
export type KeyCount = { key: number; people: number }

/** Where a key is in ascending ones, or would be. */
function indexOf(keys: readonly number[], key: number): number {
  let low = 0
  let high = keys.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((keys[middle] ?? Infinity) < key) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * **Baseline** of counted keys: what `buildBaseline` makes of everybody's.
 *
 * @param counts in any order; a key may come several times
 */
export function baselineOfCounts(counts: readonly KeyCount[], winsor: number): Baseline {
  const ascending = counts.filter(({ people }) => people > 0).toSorted((a, b) => a.key - b.key)
  const keys: number[] = []
  // below[k] people have a key under keys[k]; one entry more than keys, the last being everybody.
  const below: number[] = [0]
  let size = 0
  for (const { key, people } of ascending) {
    size += people
    if (keys.at(-1) === key) below[below.length - 1] = size
    else {
      keys.push(key)
      below.push(size)
    }
  }

  const rank = Math.max(1, Math.ceil(winsor * size))
  const atRank = keys[below.findIndex((people) => people >= rank) - 1]
  return {
    size,
    highest: atRank === undefined ? null : Math.max(0, atRank) / 1e9,
    place: (key) => {
      const index = indexOf(keys, key)
      const under = below[index] ?? size
      return { below: under, equal: keys[index] === key ? (below[index + 1] ?? size) - under : 0 }
    },
  }
}

/**
 * **Baseline**: counts people by rank key, and finds the highest value that min–max compares with.
 *
 *     hi = max(0, key) / 1e9 of the ceil(winsor · N)-th smallest key, at least the first
 *
 * O(N log N) once; placing is a binary search. `winsor · N` is a product of Float64, in SQL as here.
 *
 * @param winsor level of the nearest rank, in (0, 1]
 *
 * Example: keys 5, 0, 5, 9: N = 4; the key 5 has L = 1, E = 2, the key 7 L = 3, E = 0; hi is 9e-9 points at level 0.99
 * and 5e-9 at 0.5.
 */
export function buildBaseline(rankKeys: readonly number[], winsor = 0.99): Baseline {
  return baselineOfCounts(
    rankKeys.map((key) => ({ key, people: 1 })),
    winsor,
  )
}
