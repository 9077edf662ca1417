import { Exception } from './exception.mjs'
import { tokens } from './tokens.mjs'

/** @typedef {import('./tokens.mjs').Token} Token */

/**
 * How the front runs a statement. `read` writes its answer into a pipe, `insert` reads its rows from one,
 * `other` is run as it is. The methods give the text for the engine; `mark` is a comment by which the
 * running query is found again, `pipe` a path.
 *
 * @typedef {{ kind: 'read', format: string, text(mark: string, pipe: string): string }} ReadStatement
 * @typedef {{ kind: 'insert', dataFrom: number, text(mark: string, pipe: string): string }} InsertStatement
 *   dataFrom: where in the text the rows begin
 * @typedef {{ kind: 'other', isKill: boolean, format: string, text(mark: string): string }} OtherStatement
 * @typedef {ReadStatement | InsertStatement | OtherStatement} Statement
 */

const READS = new Set(['SELECT', 'WITH', 'FROM', 'SHOW', 'DESCRIBE', 'DESC', 'EXISTS', 'EXPLAIN'])

/** Words before which an operand, not a clause, must follow: `ORDER BY format`. */
const BEFORE_OPERAND = new Set(
  [
    'BY',
    'SELECT',
    'DISTINCT',
    'WHERE',
    'PREWHERE',
    'HAVING',
    'QUALIFY',
    'ON',
    'USING',
    'AND',
    'OR',
    'NOT',
  ].concat(['AS', 'FROM', 'JOIN', 'IN', 'LIKE', 'ILIKE', 'BETWEEN', 'LIMIT', 'OFFSET', 'WITH', 'SETTINGS']),
)

/**
 * Finds out what kind of statement this is and where its clauses are.
 *
 * @param {string} sql
 * @param {string} defaultFormat for a statement that names none
 * @returns {Statement}
 * @throws {Exception} on an empty text, on several statements, and on INTO OUTFILE and FROM INFILE
 */
export function parseStatement(sql, defaultFormat) {
  const found = /** @type {Token[]} */ ([])
  for (const token of tokens(sql)) {
    found.push(token)
    // What follows the format of an insert is data, not SQL.
    if (found[0]?.text === 'INSERT' && isDataClause(found)) return insertStatement(sql, found)
  }
  const first = found[0]
  if (!first) throw new Exception(62, 'SYNTAX_ERROR', 'Empty query.')
  const end = found.findIndex((token) => token.text === ';' && token.depth === 0)
  if (end !== -1 && found.slice(end).some((token) => token.text !== ';'))
    throw new Exception(62, 'SYNTAX_ERROR', 'Multi-statements are not allowed.')
  const body = end === -1 ? found : found.slice(0, end)
  refuseFiles(body, 'INTO', 'OUTFILE')

  const isRead = READS.has(first.text) || first.text === '('
  const isInsert = first.text === 'WITH' && body.some(({ text, depth }) => text === 'INSERT' && depth === 0)
  return isRead && !isInsert
    ? readStatement(sql, body, defaultFormat)
    : otherStatement(sql, body, defaultFormat)
}

/**
 * @param {string} sql
 * @param {Token[]} body
 * @param {string} defaultFormat
 * @returns {ReadStatement}
 */
function readStatement(sql, body, defaultFormat) {
  const at = formatClause(body)
  const format = at === -1 ? defaultFormat : sql.slice(body[at + 1]?.start, body[at + 1]?.end)
  const insertAt = (at === -1 ? body.at(-1) : body[at - 1])?.end ?? 0
  const clause = at === -1 ? `FORMAT ${formatName(defaultFormat)}` : ''
  return {
    kind: 'read',
    format,
    text(mark, pipe) {
      return `${sql.slice(0, insertAt)} ${mark} INTO OUTFILE ${pipe} TRUNCATE ${clause}${sql.slice(insertAt)}`
    },
  }
}

/**
 * @param {string} sql
 * @param {Token[]} found up to and including VALUES, or FORMAT and its name
 * @returns {InsertStatement}
 */
function insertStatement(sql, found) {
  refuseFiles(found, 'FROM', 'INFILE')
  const last = /** @type {Token} */ (found.at(-1))
  const isValues = last.text === 'VALUES'
  const clause = found.length - (isValues ? 1 : 2)
  const settings = found.findIndex(({ text, depth }, at) => at >= 3 && text === 'SETTINGS' && depth === 0)
  const insertAt = found[(settings === -1 ? clause : settings) - 1]?.end ?? 0
  const format = isValues ? 'Values' : sql.slice(last.start, last.end)
  const rest = settings === -1 ? '' : sql.slice(insertAt, found[clause - 1]?.end)
  const lineEnd = /[ \t]*\r?\n?/y
  lineEnd.lastIndex = last.end
  return {
    kind: 'insert',
    dataFrom: last.end + (lineEnd.exec(sql)?.[0].length ?? 0),
    text: (mark, pipe) => `${sql.slice(0, insertAt)} ${mark} FROM INFILE ${pipe} ${rest} FORMAT ${format}`,
  }
}

/**
 * @param {string} sql
 * @param {Token[]} body
 * @param {string} defaultFormat
 * @returns {OtherStatement}
 */
function otherStatement(sql, body, defaultFormat) {
  const at = formatClause(body)
  const format = at === -1 ? formatName(defaultFormat) : sql.slice(body[at + 1]?.start, body[at + 1]?.end)
  const isKill = body[0]?.text === 'KILL'
  const last = at === -1 ? body.at(-1) : body[at - 1]
  return {
    kind: 'other',
    isKill,
    format,
    text(mark) {
      if (!isKill || !last || last.text === 'ASYNC' || last.text === 'TEST') return `${sql}\n${mark}`
      // Waiting for the end of what was killed never returns in chDB.
      const keep = last.text === 'SYNC' ? last.start : last.end
      return `${sql.slice(0, keep)} ASYNC ${sql.slice(last.end)}\n${mark}`
    },
  }
}

/**
 * The index of the FORMAT that begins the clause, or -1.
 *
 * @param {Token[]} body
 */
function formatClause(body) {
  return body.findLastIndex((token, at) => {
    const [before, name, next] = [body[at - 1], body[at + 1], body[at + 2]]
    return (
      token.text === 'FORMAT' &&
      token.depth === 0 &&
      name?.kind === 'word' &&
      (!next || next.text === 'SETTINGS') &&
      before !== undefined &&
      !BEFORE_OPERAND.has(before.text) &&
      (before.kind !== 'symbol' || /[)\]}*]/.test(before.text))
    )
  })
}

/**
 * Whether the last token is the VALUES, or the name after the FORMAT, with which the SQL of an insert ends.
 * The third token at the earliest is the table's name.
 *
 * @param {Token[]} found
 */
function isDataClause(found) {
  const [before, last] = found.slice(-2)
  if (!before || !last || last.depth > 0 || found.length < 4) return false
  if (last.text === 'VALUES') return found.length > 3 && !isSelect(found)
  return last.kind === 'word' && before.text === 'FORMAT' && found.length > 4 && !isSelect(found)
}

/** @param {Token[]} found */
const isSelect = (found) => found.some(({ text }, at) => at >= 3 && (text === 'SELECT' || text === 'WITH'))

/**
 * @param {Token[]} found
 * @param {string} first
 * @param {string} second
 */
function refuseFiles(found, first, second) {
  const at = found.findIndex(
    ({ text, depth }, i) => depth === 0 && text === first && found[i + 1]?.text === second,
  )
  if (at !== -1) throw new Exception(78, 'UNKNOWN_TYPE_OF_QUERY', `${first} ${second} is not allowed.`)
}

/** @param {string} name */
function formatName(name) {
  if (/^[A-Za-z][A-Za-z0-9_]*$/.test(name)) return name
  throw new Exception(73, 'UNKNOWN_FORMAT', `Unknown format ${JSON.stringify(name.slice(0, 80))}.`)
}
