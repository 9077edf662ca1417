/**
 * **Aged worth**: what points, or a severity, are still worth at an age.
 *
 *     value / age^g
 *
 * @param age at least 1
 * @param gravity g, at least 0; the larger, the faster points fade; with 0 they never do
 *
 * Example: 10 points at age 4: under gravity 0.5, 1 and 1.5 5, 2.5 and 1.25.
 */
export function agedWorth(value: number, age: number, gravity: number): number {
  return value / age ** gravity
}

/** The curve of `value` at each of the ages, to be drawn. */
export function decayCurve(
  value: number,
  gravity: number,
  ages: readonly number[],
): readonly { age: number; worth: number }[] {
  return ages.map((age) => ({ age, worth: agedWorth(value, age, gravity) }))
}

/**
 * **Gravity through two points** of a decay curve.
 *
 *     g = log(worth₁ / worth₂) / log(age₂ / age₁)
 *
 * @returns null where no gravity of at least 0 runs through both: equal ages, a worth or an age of 0 or less, or one
 *   that rises with age
 *
 * Example: 10 at age 1 and 2.5 at age 4: gravity 1.
 */
export function gravityThrough(
  one: { age: number; worth: number },
  other: { age: number; worth: number },
): number | null {
  const gravity = Math.log(one.worth / other.worth) / Math.log(other.age / one.age)
  const isPossible = Math.min(one.age, one.worth, other.age, other.worth) > 0 && one.age !== other.age
  return isPossible && Number.isFinite(gravity) && gravity >= 0 ? Math.abs(gravity) : null
}
