/** A number as it is, with a true minus: `2.5`, `−4`; `–` while it is none. */
export const numberInWords = (value: number): string =>
  Number.isFinite(value) ? String(value).replaceAll('-', '−') : '–'

/** `1 day`, `30 days`. */
export const daysInWords = (days: number): string => `${numberInWords(days)} ${days === 1 ? 'day' : 'days'}`

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** A day of a document as `12 Jan 2026`, an instant as `12 Jan 2026, 08:30 UTC`; what is neither as it stands. */
export function dateInWords(written: string): string {
  const at = new Date(written)
  if (Number.isNaN(at.getTime())) return written
  const [date = '', time = ''] = at.toISOString().split('T')
  const day = `${at.getUTCDate()} ${months[at.getUTCMonth()]} ${at.getUTCFullYear()}`
  return written.trim() === date ? day : `${day}, ${time.slice(0, 5)} UTC`
}
