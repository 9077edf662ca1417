import { capped } from './cap'
import { curved } from './curve'
import type { Behavior } from './document'

export type RawScore = {
  /** One per behavior of the model, in its order: `w_j · f_j(min(c_j, n_j))`; 0 for a disabled one. */
  terms: readonly number[]
  raw: number
}

/**
 * **Raw score**: what a person did, in points.
 *
 *     raw = Σ_j w_j · f_j(min(c_j, n_j))
 *
 * summed from left to right in the model's order, so that SQL on Float64 that writes `t1 + t2 + …` gets the same bits.
 *
 * @param counts n_j per behavior of the model, disabled ones included; a missing one is 0
 * @returns terms and their sum. Negative weights are allowed: raw may be below 0. No behaviors enabled: 0.
 *
 * Example: weights 1 and 3 with caps none and 20, n = (4, 25): terms 4 and 60, raw 64.
 */
export function rawScore(behaviors: readonly Behavior[], counts: readonly number[]): RawScore {
  const terms = behaviors.map(({ enabled, weight, cap, curve }, j) => {
    if (!enabled) return 0
    // The leading 0 turns the −0 of a negative weight on nothing into 0.
    return 0 + weight * curved(capped(counts[j] ?? 0, cap), curve)
  })
  return { terms, raw: terms.reduce((sum, term) => sum + term, 0) }
}
