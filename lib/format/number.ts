export const MINUS = '−'

const formatters = new Map<string, Intl.NumberFormat>()

/** Made once: making one costs far more than using it. */
function decimals(least: number, most: number): Intl.NumberFormat {
  const key = `${least} ${most}`
  let formatter = formatters.get(key)
  if (!formatter) {
    formatter = new Intl.NumberFormat('en-US', { minimumFractionDigits: least, maximumFractionDigits: most })
    formatters.set(key, formatter)
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
  return withMinus(decimals(digits, digits).format(value))
}

/** A score of 0 to 100, always with one decimal: 86.7 → "86.7". */
export function formatScore(score: number | null | undefined): string {
  return formatNumber(score, 1)
}

/** A weight, a cut or an axis tick, with no more decimals than it needs: 2.50 → "2.5", 20 → "20". */
export function formatPlain(value: number, maxDigits = 2): string {
  return withMinus(decimals(0, maxDigits).format(value))
}

const compact = new Intl.NumberFormat('en-US', { notation: 'compact', maximumFractionDigits: 1 })

/** For axes and badges: 1234 → "1.2K", 226334 → "226.3K". */
export function formatCompact(value: number): string {
  return withMinus(compact.format(value))
}
