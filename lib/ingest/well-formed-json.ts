/** JSON of half a surrogate pair, not preceded by an escaping backslash. */
const loneSurrogate = /(?<!\\)((?:\\\\)*)\\ud[89a-f][0-9a-f]{2}/g

/** JSON text that every parser takes: half surrogate pairs, which JavaScript lets pass, become U+FFFD. */
export function wellFormedJson(value: unknown): string {
  const text = JSON.stringify(value) ?? 'null'
  return text.includes('\\ud') ? text.replace(loneSurrogate, '$1\\ufffd') : text
}
