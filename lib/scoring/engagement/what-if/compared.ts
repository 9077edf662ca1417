import type { EngagementDocument, ZerosRule } from '../document'
import { normalised } from '../normalised'
import { underZerosRule } from '../zeros'
import { intervalEnds } from './interval-ends'
import type { NearBoundary, NearPlaces } from './near-boundary'
import { type NearPoints, type NearScores, nearPoints, nearScores } from './near-scores'
import { type SortedBaseline, sortedBaseline } from './sorted-baseline'
import type { SortedKeys } from './sorted-keys'
import { tierIndexAt } from './tier-index'

/** Who is compared with whom: all pools, by index. */
export type Comparison = {
  /** Rank keys of the members, by pool. */
  people: readonly SortedKeys[]
  /** Those compared with, by pool: the same ones under a rolling reference, those of the pinned day under a frozen. */
  reference: readonly SortedKeys[]
  near: NearBoundary
  /** Where those near a boundary stand in `reference`. */
  nearPlaces: NearPlaces
}

/** People of one pool, placed as if nobody were near a boundary. */
export type ComparedPool = {
  people: SortedKeys
  /** Those compared with. */
  baseline: SortedBaseline
  /** Whether these are the people themselves. */
  isRolling: boolean
  /** The score of a rank key. It never falls with the key. */
  scoreOf: (key: number) => number
  /** How many of the sorted people there are up to the end of each tier. */
  tierEnds: readonly number[]
}

/** Everybody placed under one zeros rule, as functions of the key rather than one by one. */
export type Compared = { zeros: ZerosRule; pools: readonly ComparedPool[]; near: NearScores }

/**
 * **Compared**: the second pass over a population, under any zeros rule. In a pool the score is a function of the rank
 * key that never falls, so a few keys say where every tier and bin begins; only people near a boundary between stages are
 * placed one by one.
 */
export function compileCompared(
  { people, reference, near, nearPlaces }: Comparison,
  { normalisation, tiers }: EngagementDocument,
): (zeros: ZerosRule) => Compared {
  const found = new Map<boolean, { baselines: readonly SortedBaseline[]; points: NearPoints }>()

  /** What does not hang on the rule but on who is of the baseline: two of the three rules share it. */
  const comparedWith = (activeOnly: boolean) => {
    const known = found.get(activeOnly)
    if (known) return known
    const baselines = reference.map((sorted) => sortedBaseline(sorted, activeOnly, normalisation))
    const fresh = { baselines, points: nearPoints(nearPlaces, baselines) }
    found.set(activeOnly, fresh)
    return fresh
  }

  return (zeros) => {
    const { baselines, points } = comparedWith(zeros === 'active-only')
    const pools = baselines.flatMap((baseline, p): ComparedPool[] => {
      const ofPool = people[p]
      if (!ofPool) return []
      const scoreOf = (key: number) =>
        underZerosRule(zeros, key, normalised(normalisation.method, baseline, key))
      const tierEnds = intervalEnds(ofPool.keys, tiers.length, (key) => tierIndexAt(scoreOf(key), tiers))
      return [{ people: ofPool, baseline, isRolling: ofPool === reference[p], scoreOf, tierEnds }]
    })
    return { zeros, pools, near: nearScores(near, nearPlaces, points, zeros) }
  }
}
