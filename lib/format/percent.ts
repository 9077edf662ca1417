import { formatNumber } from './number'

/**
 * A share of 0 to 1 as a percentage: 0.2822 → "28.2%". Something that is not nothing never reads "0.0%" and
 * something that is not all never reads "100.0%": they are "<0.1%" and ">99.9%".
 * @param digits decimals, 1 by default
 */
export function formatPercent(share: number | null | undefined, digits = 1): string {
  if (share === null || share === undefined || !Number.isFinite(share)) return '–'
  const step = 10 ** -digits
  const percent = share * 100
  if (percent > 0 && percent < step / 2) return `<${formatNumber(step, digits)}%`
  if (percent < 100 && percent >= 100 - step / 2) return `>${formatNumber(100 - step, digits)}%`
  return `${formatNumber(percent, digits)}%`
}

/** part of whole as a percentage; "–" when there is no whole. */
export function formatShare(part: number, whole: number, digits = 1): string {
  return whole > 0 ? formatPercent(part / whole, digits) : '–'
}
