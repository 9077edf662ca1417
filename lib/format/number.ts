export const MINUS = '−'

const formatters = new Map<number, Intl.NumberFormat>()

function fixed(digits: number): Intl.NumberFormat {
  let formatter = formatters.get(digits)
  if (!formatter) {
    formatter = new Intl.NumberFormat('en-US', {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    })
    formatters.set(digits, formatter)
  }
  return formatter
}

/** A true minus sign, and no "−0" for what rounds to nothing. */
function withMinus(text: string): string {
  if (!text.startsWith('-')) return text
  return /[1-9]/.test(text) ? MINUS + text.slice(1) : text.slice(1)
}

/**
 * 1234.5 → "1,235"; with digits 1 → "1,234.5". What is missing or not finite → "–".
 * @param digits exact number of decimals, 0 by default
 */
export function formatNumber(value: number | null | undefined, digits = 0): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return '–'
  return withMinus(fixed(digits).format(value))
}

/** A score of 0 to 100, always with one decimal: 86.7 → "86.7". */
export function formatScore(score: number | null | undefined): string {
  return formatNumber(score, 1)
}

/** A weight, a cut or an axis tick, with no more decimals than it needs: 2.50 → "2.5", 20 → "20". */
export function formatPlain(value: number, maxDigits = 2): string {
  const formatter = new Intl.NumberFormat('en-US', { maximumFractionDigits: maxDigits })
  return withMinus(formatter.format(value))
}

const compact = new Intl.NumberFormat('en-US', { notation: 'compact', maximumFractionDigits: 1 })

/** For axes and badges: 1234 → "1.2K", 226334 → "226.3K". */
export function formatCompact(value: number): string {
  return withMinus(compact.format(value))
}
