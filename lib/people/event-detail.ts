/** Properties that say what an event was about, likeliest first. */
const telling = [
  'title',
  'name',
  'label',
  'subject',
  'product',
  'plan',
  'path',
  'url',
  'query',
  'type',
  'value',
]

const MOST = 80

const shownText = (value: unknown): string | null => {
  if (typeof value === 'string') return value.trim() || null
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : null
}

/**
 * The one property worth a line beside an event's name: one whose name is or ends in a telling word, else the first text.
 *
 * Example: {id: 7, reportName: "Weekly revenue"} → "Weekly revenue"; {} → null.
 */
export function eventDetail(properties: Readonly<Record<string, unknown>>): string | null {
  const entries = Object.entries(properties).flatMap(([key, value]) => {
    const text = shownText(value)
    return text === null ? [] : [{ key: key.toLowerCase(), text, isText: typeof value === 'string' }]
  })
  const found =
    telling
      .map((word) => entries.find(({ key }) => key.endsWith(word)))
      .find((entry) => entry !== undefined) ?? entries.find(({ isText, key }) => isText && !/id$/.test(key))
  if (!found) return null
  return found.text.length > MOST ? `${[...found.text].slice(0, MOST).join('')}…` : found.text
}
