import { formatNumber } from './number'

/** A change: 72.2 → "+72.2", −2.7 → "−2.7", and "0.0" for what rounds to nothing. */
export function formatSigned(value: number | null | undefined, digits = 0): string {
  const text = formatNumber(value, digits)
  return value && value > 0 && /[1-9]/.test(text) ? `+${text}` : text
}

/** A relative change as a percentage: 0.125 → "+12.5%". */
export function formatSignedPercent(share: number | null | undefined, digits = 1): string {
  if (share === null || share === undefined || !Number.isFinite(share)) return '–'
  return `${formatSigned(share * 100, digits)}%`
}
