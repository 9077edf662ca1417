import { pearson, type Spread, spreadOf } from '../../stats/correlation'
import type { CurvedColumn } from './curved-columns'
import type { Together } from './what-if'

/** From this r on two behaviors may be one. */
export const TOGETHER_FROM = 0.4

/**
 * **Together**: pairs of behaviors that the same people do, by the values that count. Spreads and correlations are kept
 * as long as their columns live, so another weight costs nothing and another cap one column against the others.
 *
 * Example: columns (0, 1, 2), (0, 2, 4) and (2, 0, 1): the first two with r = 1; the third goes with neither.
 */
export function compileTogether() {
  const spreads = new WeakMap<CurvedColumn, Spread>()
  const correlations = new WeakMap<CurvedColumn, WeakMap<CurvedColumn, { r: number | null }>>()

  const spread = (column: CurvedColumn): Spread => {
    const known = spreads.get(column) ?? spreadOf(column.values)
    spreads.set(column, known)
    return known
  }
  const correlation = (a: CurvedColumn, b: CurvedColumn): number | null => {
    const ofA = correlations.get(a) ?? new WeakMap<CurvedColumn, { r: number | null }>()
    correlations.set(a, ofA)
    const known = ofA.get(b) ?? { r: pearson(a.values, b.values, spread(a), spread(b)) }
    ofA.set(b, known)
    return known.r
  }

  return (behaviors: readonly { key: string; column: CurvedColumn }[]): readonly Together[] =>
    behaviors
      .flatMap((a, j) =>
        behaviors.slice(j + 1).flatMap((b): Together[] => {
          const r = correlation(a.column, b.column)
          return r !== null && r >= TOGETHER_FROM ? [{ a: a.key, b: b.key, r }] : []
        }),
      )
      .sort((a, b) => b.r - a.r)
}
