/**
 * Parts rounded each for itself, and then as few of them as need be by one unit of the last digit more or less, so that
 * the printed ones add up to the printed total. The ones whose rounding was furthest off give way; nothings stay nothing.
 *
 * Example: 1.4, 1.4, 0 to whole numbers of 2.8 in all: 2, 1, 0.
 */
export function partsOfTotal(parts: readonly number[], total: number, digits: number): number[] {
  const unit = 10 ** digits
  const whole = parts.map((part) => Math.round(part * unit))
  const missing = Math.round(total * unit) - whole.reduce((sum, one) => sum + one, 0)
  const step = Math.sign(missing)
  const giving = parts
    .map((part, index) => ({ index, off: (part * unit - (whole[index] ?? 0)) * step }))
    .filter(({ index }) => parts[index] !== 0)
    .sort((a, b) => b.off - a.off || a.index - b.index)
    .slice(0, Math.abs(missing))
  for (const { index } of giving) whole[index] = (whole[index] ?? 0) + step
  return whole.map((one) => one / unit)
}
