import type { ZerosRule, Tier } from '../document'
import { underZerosRule } from '../zeros'
import type { Compared, ComparedPool, Comparison } from './compared'
import { tierIndexAt } from './tier-index'

/** Scores of one pool in ascending order: equal keys share one, and among themselves people know their place. */
function fillScores(
  scores: Float64Array,
  { people: { keys, members }, baseline, isRolling, scoreOf }: ComparedPool,
  zeros: ZerosRule,
) {
  let end = 0
  for (let from = 0; from < keys.length; from = end) {
    const key = keys[from] ?? 0
    end = from + 1
    while (end < keys.length && keys[end] === key) end += 1
    let score = 0
    if (isRolling) {
      const points = baseline.pointsAt(key, from, end)
      score = underZerosRule(zeros, key, Number.isNaN(points) ? null : points)
    } else score = scoreOf(key)
    for (let k = from; k < end; k++) scores[members[k] ?? 0] = score
  }
}

/** Tiers of one pool: each is a stretch of its people. */
function fillTiers(tiers: Int8Array, { people: { members }, tierEnds }: ComparedPool) {
  tierEnds.forEach((end, tier) => {
    for (let k = tierEnds[tier - 1] ?? 0; k < end; k++) tiers[members[k] ?? 0] = tier
  })
}

/**
 * The score and tier of every member, written into `scores` and `tiers`: what `placePerson` gives them. Where there is
 * nobody to compare with, NaN and −1.
 */
export function fillPlacedColumns(
  scores: Float64Array,
  tiers: Int8Array,
  { near }: Comparison,
  compared: Compared,
  documentTiers: readonly Tier[],
) {
  if (compared.pools.length === 0) {
    scores.fill(NaN)
    tiers.fill(-1)
    return
  }
  for (const pool of compared.pools) {
    fillScores(scores, pool, compared.zeros)
    fillTiers(tiers, pool)
  }
  near.members.forEach((member, k) => {
    const score = compared.near.blended[k] ?? 0
    scores[member] = score
    tiers[member] = tierIndexAt(score, documentTiers)
  })
}
