import type { Behavior } from './document'

/**
 * **Curve**: `f(n)`, how much n occurrences are worth together. Applied after the cap.
 *
 *     linear       n
 *     log          log(1 + n)     natural
 *     sqrt         √n
 *     saturating   n / (n + k)    half of its limit 1 at n = k
 *
 * Every curve has f(0) = 0 and never falls, so more of a behavior with a positive weight never lowers a raw score.
 *
 * @param n at least 0
 *
 * Example: of 4: linear 4, log 1.609438, sqrt 2, saturating with k = 4 0.5.
 */
export function curved(n: number, curve: Behavior['curve']): number {
  switch (curve.type) {
    case 'linear':
      return n
    case 'log':
      return Math.log1p(n)
    case 'sqrt':
      return Math.sqrt(n)
    case 'saturating':
      return n / (n + curve.k)
  }
}
