/**
 * **Kendall's tau-b**: how far two orders of the same things agree, with ties.
 *
 *     τ_b = (C − D) / √((n₀ − n₁)(n₀ − n₂))
 *
 * over all pairs, n₀ = n(n − 1)/2 of them: C ordered alike by x and by y, D the other way round, n₁ tied in x, n₂ in y
 * (Kendall 1945). Pairs are counted one by one: n² steps.
 *
 * @param x, y of equal length
 * @returns 1 for the same order, −1 for the opposite one; null where x or y are all tied, or of fewer than two
 *
 * Example: x = 1, 2, 3, 4, y = 1, 3, 2, 4: C = 5, D = 1: 4/6. x = 12, 2, 1, 12, 2, y = 1, 4, 7, 1, 0: C = 2, D = 6,
 * n₁ = 2, n₂ = 1: −4 / √72 = −0.4714.
 */
export function kendallTauB(x: readonly number[], y: readonly number[]): number | null {
  let agreement = 0
  let untiedX = 0
  let untiedY = 0
  for (let a = 0; a < x.length; a++) {
    for (let b = a + 1; b < x.length; b++) {
      const byX = Math.sign((x[a] ?? 0) - (x[b] ?? 0))
      const byY = Math.sign((y[a] ?? 0) - (y[b] ?? 0))
      agreement += byX * byY
      untiedX += Math.abs(byX)
      untiedY += Math.abs(byY)
    }
  }
  return untiedX === 0 || untiedY === 0 ? null : agreement / Math.sqrt(untiedX * untiedY)
}
