const place = /^[a-z]\w*(?:\.\w+|\[\d+\])*\s+(?=(?:must|is|are|has|have|cannot|repeats)\b)/

/**
 * A refusal of the grammar as it reads under the very field: `window.days must be at least 1.` → `Must be at least 1.`
 */
export function fieldProblem(sentence: string | null): string | null {
  if (sentence === null) return null
  if (/\bmust be a (finite )?number\.$/.test(sentence)) return 'Enter a number.'
  const words = sentence.replace(place, '')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
