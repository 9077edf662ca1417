import { formatNumber } from './number'

const UNITS = ['B', 'KB', 'MB', 'GB', 'TB']

/** A size in decimal units: 512 → "512 B", 18_400_000 → "18.4 MB". */
export function formatBytes(bytes: number): string {
  let value = bytes
  let unit = 0
  while (value >= 999.5 && unit < UNITS.length - 1) {
    value /= 1000
    unit++
  }
  return `${formatNumber(value, unit === 0 || value >= 99.95 ? 0 : 1)} ${UNITS[unit]}`
}
