import type { Baseline } from '../baseline'
import type { EngagementDocument } from '../document'
import { normalised } from '../normalised'
import { midRankPercentile } from '../percentile'
import { countBelow, countUpTo, type SortedKeys } from './sorted-keys'

/** A baseline that also tells the normalised score of a key whose place among all the sorted ones is known. */
export type SortedBaseline = Baseline & {
  /**
   * `normalised`, or NaN where there is nobody.
   *
   * @param below, upTo keys of everybody, zeros among them, that are smaller, and at most the same
   */
  pointsAt: (key: number, below: number, upTo: number) => number
}

/**
 * **Baseline** of sorted keys: what `baselineOfCounts` makes of those that `isOfBaseline` takes. Where only active people
 * are compared they are the positive ones, the end of the same memory.
 */
export function sortedBaseline(
  sorted: SortedKeys,
  activeOnly: boolean,
  { method, winsor }: Pick<EngagementDocument['normalisation'], 'method' | 'winsor'>,
): SortedBaseline {
  const from = activeOnly ? countUpTo(sorted, 0) : 0
  const size = sorted.keys.length - from
  const atRank = sorted.keys[from + Math.max(1, Math.ceil(winsor * size)) - 1]
  // Zeros that are left out are neither below nor equal to anybody.
  const belowOf = (below: number) => Math.max(0, below - from)
  const equalOf = (below: number, upTo: number) => Math.max(0, upTo - Math.max(below, from))
  const baseline: Baseline = {
    size,
    highest: atRank === undefined ? null : Math.max(0, atRank) / 1e9,
    place: (key) => {
      const below = countBelow(sorted, key)
      return { below: belowOf(below), equal: equalOf(below, countUpTo(sorted, key, below)) }
    },
  }
  return {
    ...baseline,
    pointsAt: (key, below, upTo) =>
      (method === 'percentile'
        ? midRankPercentile(belowOf(below), equalOf(below, upTo), size)
        : normalised(method, baseline, key)) ?? NaN,
  }
}
