/** SQL by the name of the column that it makes. */
export type Level = Readonly<Record<string, string>>

/**
 * A query in levels, each of which may use the columns of those before it. A column is passed on as long as a later level
 * names it: the engine takes longer to plan a statement than to rate a few contacts, and plans by columns.
 *
 * @param from a query with the columns `known`
 * @param wanted the columns of the whole
 */
export function inLevels(
  from: string,
  known: readonly string[],
  levels: readonly Level[],
  wanted: readonly string[],
): string {
  let names = [...known]
  return levels.reduce((inner, level, index) => {
    const later = new Set(
      [...wanted, ...levels.slice(index + 1).flatMap((one) => Object.values(one))].join(' ').match(/\w+/g),
    )
    const made = Object.keys(level)
    const passed = names.filter((name) => later.has(name) && !made.includes(name))
    names = [...passed, ...made]
    const columns = [...passed, ...made.map((name) => `${level[name]} AS ${name}`)]
    return `SELECT ${columns.join(', ')} FROM (\n${inner})`
  }, from)
}
