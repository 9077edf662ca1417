/**
 * @typedef {object} Token
 * @property {'word' | 'quoted' | 'symbol'} kind
 * @property {string} text words in upper case
 * @property {number} start offset in the text
 * @property {number} end
 * @property {number} depth how many brackets are open around it
 */

const SPACE = /(?:\s+|--[^\n]*|#[ !][^\n]*)+/y
const WORD = /[\p{L}\p{N}_$]+/uy
/**
 * The tokens of a statement as ClickHouse's lexer cuts them, as far as they matter for finding clauses:
 * comments are skipped, strings and quoted names are one token. A quote that is never closed takes the
 * rest of the text; the engine then reports it.
 *
 * @param {string} sql
 * @returns {Generator<Token, void>}
 */
export function* tokens(sql) {
  let position = 0
  let depth = 0
  while (position < sql.length) {
    const start = position
    if ((position = after(SPACE, sql, start)) > start) continue
    if (sql.startsWith('/*', start)) {
      position = afterComment(sql, start)
      continue
    }
    const character = sql[start] ?? ''
    if ((position = afterQuote(sql, start)) > start) {
      yield { kind: 'quoted', text: '', start, end: position, depth }
      continue
    }
    position = after(WORD, sql, start)
    if (position > start) {
      yield { kind: 'word', text: sql.slice(start, position).toUpperCase(), start, end: position, depth }
      continue
    }
    if (')]}'.includes(character)) depth -= 1
    yield { kind: 'symbol', text: character, start, end: (position = start + 1), depth }
    if ('([{'.includes(character)) depth += 1
  }
}

/**
 * @param {RegExp} pattern
 * @param {string} sql
 * @param {number} position
 */
function after(pattern, sql, position) {
  pattern.lastIndex = position
  return pattern.test(sql) ? pattern.lastIndex : position
}

/**
 * By hand and not by a pattern: a literal may be megabytes long.
 *
 * @param {string} sql
 * @param {number} start
 */
function afterQuote(sql, start) {
  const quote = sql[start] ?? ''
  const closing = { '‘': '’', '“': '”', $: /\$\w*\$/y }[quote]
  if (quote === "'" || quote === '"' || quote === '`') {
    for (let position = start + 1; position < sql.length; position += 1) {
      if (sql[position] === '\\') position += 1
      else if (sql[position] !== quote) continue
      else if (sql[position + 1] === quote) position += 1
      else return position + 1
    }
    return sql.length
  }
  if (!closing) return start
  const opened = typeof closing === 'string' ? start + 1 : after(closing, sql, start)
  if (opened === start) return start
  const mark = typeof closing === 'string' ? closing : sql.slice(start, opened)
  const end = sql.indexOf(mark, opened)
  return end === -1 ? sql.length : end + mark.length
}

/**
 * Comments in slashes and stars nest.
 *
 * @param {string} sql
 * @param {number} start
 */
function afterComment(sql, start) {
  let level = 0
  for (let position = start; position < sql.length; position += 1) {
    const pair = sql.slice(position, position + 2)
    if (pair === '/*') level += 1
    if (pair === '*/') level -= 1
    if (pair === '/*' || pair === '*/') position += 1
    if (level === 0) return position + 1
  }
  return sql.length
}
