import type { ZerosRule } from '../document'
import { underZerosRule } from '../zeros'
import type { NearBoundary, NearPlaces, Side } from './near-boundary'
import type { SortedBaseline } from './sorted-baseline'

/** Normalised scores of the people near a boundary on both sides, in their order; NaN where a side has nobody. */
export type NearPoints = { young: Float64Array; old: Float64Array }

/** What the baselines say on both sides, before blend and zeros rule. */
export function nearPoints(
  { keys, young, old }: NearPlaces,
  baselines: readonly SortedBaseline[],
): NearPoints {
  const pointsOn = ({ pools, below, upTo }: Side) => {
    const points = new Float64Array(keys.length)
    for (let k = 0; k < keys.length; k++) {
      points[k] = baselines[pools[k] ?? 0]?.pointsAt(keys[k] ?? 0, below[k] ?? 0, upTo[k] ?? 0) ?? NaN
    }
    return points
  }
  return { young: pointsOn(young), old: pointsOn(old) }
}

/** Scores of the people near a boundary, in their order. */
export type NearScores = {
  /** As `placePerson` gives them. */
  blended: Float64Array
  /** As the own stage alone would. */
  own: Float64Array
}

/** `blended` of `placePerson`, to the bit: a side without anybody leaves it to the other. */
function blended(lambda: number, young: number, old: number): number {
  if (Number.isNaN(young)) return old
  if (Number.isNaN(old)) return young
  return Math.min(100, young + lambda * (old - young))
}

/** **Scores near a boundary** under one zeros rule, person by person. */
export function nearScores(
  near: NearBoundary,
  { keys }: NearPlaces,
  points: NearPoints,
  zeros: ZerosRule,
): NearScores {
  const scores = { blended: new Float64Array(keys.length), own: new Float64Array(keys.length) }
  const scoreOf = (key: number, found: number) =>
    underZerosRule(zeros, key, Number.isNaN(found) ? null : found)
  for (let k = 0; k < keys.length; k++) {
    const key = keys[k] ?? 0
    const young = points.young[k] ?? NaN
    const old = points.old[k] ?? NaN
    scores.own[k] = scoreOf(key, near.own[k] === near.old[k] ? old : young)
    scores.blended[k] = scoreOf(key, blended(near.lambdas[k] ?? 0, young, old))
  }
  return scores
}
