import type { Behavior, EngagementDocument } from './document'

/**
 * **Scoring behaviors**: the behaviors as they are scored, which the weighting decides.
 *
 *     heuristic, manual, logistic   as written: the weights stand in the document
 *     rfm                           w_j = strategic value, f_j = log(1 + n); measure, kernel and cap as written
 *
 * Under rfm the kernel carries recency and the curve frequency; every enabled behavior has a value there, which the
 * grammar sees to. Whoever computes terms takes these, never `document.behaviors`.
 *
 * Example: weight 1, value 5, linear, n = 3: 3 as written, 5 · log(4) = 6.931 under rfm.
 */
export function scoringBehaviors({ behaviors, weighting }: EngagementDocument): readonly Behavior[] {
  if (weighting.mode !== 'rfm') return behaviors
  return behaviors.map((behavior) => ({ ...behavior, weight: behavior.value ?? 0, curve: { type: 'log' } }))
}
