type Numbers = ArrayLike<number>

/** Mean of a column and Σ (x − mean)². */
export type Spread = { mean: number; squares: number }

/** **Spread**, in two passes, so that large values of little spread lose nothing. Of nothing: mean 0. */
export function spreadOf(values: Numbers): Spread {
  let sum = 0
  for (let k = 0; k < values.length; k++) sum += values[k] ?? 0
  const mean = values.length === 0 ? 0 : sum / values.length
  let squares = 0
  for (let k = 0; k < values.length; k++) squares += ((values[k] ?? 0) - mean) ** 2
  return { mean, squares }
}

/**
 * **Pearson's r**: how much two columns lie on one line.
 *
 *     r = Σ (x − x̄)(y − ȳ) / √(Σ (x − x̄)² · Σ (y − ȳ)²)
 *
 * @param x, y of equal length; their spreads may be given where they are known
 * @returns −1 to 1; null where a column does not vary
 *
 * Example: x = 1, 2, 3, 4 and y = 2, 1, 4, 3: 3 / 5 = 0.6.
 */
export function pearson(x: Numbers, y: Numbers, ofX = spreadOf(x), ofY = spreadOf(y)): number | null {
  if (ofX.squares <= 0 || ofY.squares <= 0) return null
  let products = 0
  for (let k = 0; k < x.length; k++) products += ((x[k] ?? 0) - ofX.mean) * ((y[k] ?? 0) - ofY.mean)
  return Math.max(-1, Math.min(1, products / Math.sqrt(ofX.squares) / Math.sqrt(ofY.squares)))
}
