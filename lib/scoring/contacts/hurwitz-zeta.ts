const TERMS = 24

/** B₂ₖ / (2k)! for k = 1 to 6. */
const EULER_MACLAURIN = [
  1 / 12,
  -1 / 720,
  1 / 30_240,
  -1 / 1_209_600,
  1 / 47_900_160,
  -691 / 1_307_674_368_000,
]

/**
 * **Hurwitz zeta**: `ζ(s, a) = Σ_{k ≥ 0} (a + k)^(−s)`, what points that come for ever add up to: 24 terms, and the
 * Euler–Maclaurin formula for the rest. Good to about 1e-13 of the result.
 *
 * @param s greater than 1, else the sum has no end
 * @param a greater than 0
 *
 * Example: ζ(2, 1) = π²/6 = 1.644934; ζ(2, 0.5) = π²/2.
 */
export function hurwitzZeta(s: number, a: number): number {
  const from = a + TERMS
  let sum = 0
  for (let k = 0; k < TERMS; k++) sum += (a + k) ** -s
  sum += from ** (1 - s) / (s - 1) + from ** -s / 2

  let rising = s
  let power = from ** (-s - 1)
  EULER_MACLAURIN.forEach((coefficient, k) => {
    sum += coefficient * rising * power
    rising *= (s + 2 * k + 1) * (s + 2 * k + 2)
    power /= from * from
  })
  return sum
}
