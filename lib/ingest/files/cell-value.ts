const decimal = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/

/**
 * The value of a CSV cell as a property: a decimal of at most 15 digits becomes a number ("22.50" is 22.5; "007", "+1",
 * "1e3" and "-0" stay text: they would not come back as written), `true` and `false` booleans; undefined when empty.
 */
export function cellValue(cell: string): string | number | boolean | undefined {
  const text = cell.trim()
  if (text === '') return undefined
  const first = text.charCodeAt(0)
  if (first === 45 || (first >= 48 && first <= 57)) {
    if (text.length > 17 || !decimal.test(text) || text.replace(/[-.]/g, '').length > 15) return text
    const number = Number(text)
    return Object.is(number, -0) ? text : number
  }
  if (text.length > 5) return text
  const word = text.toLowerCase()
  return word === 'true' ? true : word === 'false' ? false : text
}
