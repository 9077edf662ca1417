/**
 * The names of a header's columns, each once: trimmed; an empty one becomes `column 3` (counted from 1), a repeated
 * one `name (2)`. `__proto__` cannot be a key and is treated as empty.
 */
export function columnNames(header: readonly string[]): string[] {
  const names = new Set<string>()
  header.forEach((cell, i) => {
    const written = cell.trim()
    const name = written === '' || written === '__proto__' ? `column ${i + 1}` : written
    let free = name
    for (let n = 2; names.has(free); n += 1) free = `${name} (${n})`
    names.add(free)
  })
  return [...names]
}
