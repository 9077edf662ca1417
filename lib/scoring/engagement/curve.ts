import type { Behavior } from './document'

/**
 * **Curve**: `f(n)`, how much n occurrences are worth together. Applied after the cap.
 *
 *     linear   f(n) = n
 *
 * Every curve has f(0) = 0 and never falls, so more of a behavior with a positive weight never lowers a raw score.
 *
 * Example: linear of 7 is 7.
 */
export function curved(n: number, curve: Behavior['curve']): number {
  switch (curve.type) {
    case 'linear':
      return n
  }
}
