const FACTORS = [1, 2, 2.5, 5, 10, 20, 25, 50, 100]

/**
 * Round values from 0 for an axis, at most `most` of them above zero, none above `max`: 246 → [0, 100, 200].
 * Whole numbers only, since they count people.
 */
export function niceTicks(max: number, most = 3): number[] {
  if (max < 1) return [0]
  const power = 10 ** Math.max(0, Math.floor(Math.log10(max)) - 1)
  const steps = FACTORS.map((factor) => factor * power).filter(Number.isInteger)
  const step = steps.find((candidate) => Math.floor(max / candidate) <= most) ?? max
  return Array.from({ length: Math.floor(max / step) + 1 }, (_, index) => index * step)
}

/** Round values within a range that need not start at 0: for axes of raw scores. */
export function niceRangeTicks(from: number, to: number, most = 6): number[] {
  const rough = (to - from) / most
  if (!(rough > 0)) return [from]
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power
  const first = Math.ceil(from / step - 1e-9)
  const last = Math.floor(to / step + 1e-9)
  return Array.from({ length: last - first + 1 }, (_, index) =>
    Number(((first + index) * step).toPrecision(12)),
  )
}
