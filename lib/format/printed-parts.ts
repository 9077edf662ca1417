/**
 * Parts rounded so that the printed ones add up to the printed total: running totals are rounded, and the parts are
 * their differences. No printed part is further from its value than one unit of the last digit.
 *
 * @param start what the parts are added to
 *
 * Example: 1.004, 1.004, 1.004 with two digits: 1, 1.01, 1, which print as 1.00 + 1.01 + 1.00 = 3.01.
 */
export function printedParts(parts: readonly number[], digits: number, start = 0): number[] {
  const unit = 10 ** digits
  const round = (value: number) => Math.round(value * unit)
  let total = start
  return parts.map((part) => {
    const before = round(total)
    total += part
    return (round(total) - before) / unit
  })
}
