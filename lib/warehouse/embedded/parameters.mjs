import { Exception } from './exception.mjs'

/**
 * What a request asks for besides its body.
 *
 * @typedef {object} QueryRequest
 * @property {string} query the query of the address, may be empty
 * @property {string} queryId
 * @property {string} database may be empty
 * @property {string} defaultFormat
 * @property {boolean} compress whether the answer may be compressed
 * @property {Map<string, string>} settings
 * @property {Map<string, string>} parameters values as ClickHouse's HTTP interface takes them: tab-separated
 *   escapes at the top level, literals inside arrays, tuples and maps
 */

const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/

/**
 * Fields of the address that speak to the HTTP interface itself. Those of them that only tune a server's
 * buffers are accepted and have no effect.
 */
const NOT_SETTINGS = new Set([
  'query',
  'query_id',
  'database',
  'default_format',
  'user',
  'password',
  'quota_key',
  'enable_http_compression',
  'buffer_size',
  'wait_end_of_query',
  'stacktrace',
  'client_protocol_version',
])

/** Fields whose meaning would be lost if they were ignored. */
const NOT_SUPPORTED = new Set(['session_id', 'session_timeout', 'session_check', 'close_session', 'role'])

/**
 * @param {Iterable<[string, string]>} fields
 * @param {import('node:http').IncomingHttpHeaders} headers
 * @returns {QueryRequest}
 */
export function readRequest(fields, headers) {
  /** @type {Map<string, string>} */ const own = new Map()
  /** @type {Map<string, string>} */ const settings = new Map()
  /** @type {Map<string, string>} */ const parameters = new Map()
  for (const [name, value] of fields) {
    if (name.startsWith('param_')) parameters.set(checkName(name.slice(6), 'parameter'), value)
    else if (NOT_SETTINGS.has(name)) own.set(name, value)
    else if ((name === 'compress' || name === 'decompress') && value === '0') continue
    else if (NOT_SUPPORTED.has(name) || name === 'compress' || name === 'decompress')
      throw new Exception(48, 'NOT_IMPLEMENTED', `The embedded ClickHouse does not support ${name}.`)
    else settings.set(checkName(name, 'setting'), value)
  }
  return {
    query: own.get('query') ?? '',
    queryId: own.get('query_id') || crypto.randomUUID(),
    database: own.get('database') ?? header(headers['x-clickhouse-database']),
    defaultFormat: own.get('default_format') ?? (header(headers['x-clickhouse-format']) || 'TabSeparated'),
    compress: ['1', 'true'].includes(own.get('enable_http_compression') ?? ''),
    settings,
    parameters,
  }
}

/** @param {string | string[] | undefined} value */
const header = (value) => (Array.isArray(value) ? value[0] : value) ?? ''

/**
 * @param {string} name
 * @param {'parameter' | 'setting'} what
 */
function checkName(name, what) {
  if (NAME.test(name)) return name
  const shown = JSON.stringify(name.slice(0, 80))
  throw what === 'setting'
    ? new Exception(115, 'UNKNOWN_SETTING', `${shown} is not the name of a setting.`)
    : new Exception(36, 'BAD_ARGUMENTS', `${shown} is not the name of a parameter.`)
}

/**
 * The statements that bring a fresh connection into the state a request asks for. Parameters may be longer
 * than `max_query_size` (on a server they are no part of the query), so the limit is lifted for them and
 * set back; settings come last, as `readonly` would forbid what follows it.
 *
 * @param {Pick<QueryRequest, 'database' | 'settings' | 'parameters'>} request
 */
export function prelude({ database, settings, parameters }) {
  const statements = []
  if (parameters.size > 0) {
    const values = [...parameters]
      .map(([name, value]) => `param_${name} = ${stringLiteral(value)}`)
      .join(', ')
    const long = values.length > 50_000
    if (long) statements.push(`SET max_query_size = ${values.length * 4 + 1000}`)
    statements.push(`SET ${values}`)
    if (long) statements.push('SET max_query_size = 262144')
  }
  if (database) statements.push(`USE ${identifier(database)}`)
  if (settings.size > 0)
    statements.push(
      `SET ${[...settings].map(([name, value]) => `${name} = ${stringLiteral(value)}`).join(', ')}`,
    )
  return statements.join(';\n')
}

const ESCAPES = /** @type {Record<string, string>} */ ({ '\\': '\\\\', "'": "\\'", '`': '\\`', '\0': '\\0' })

/**
 * A string as a literal of ClickHouse's SQL.
 *
 * @param {string} value
 */
export function stringLiteral(value) {
  return `'${value.replace(/[\\'\0]/g, (character) => ESCAPES[character] ?? character)}'`
}

/**
 * A name as a quoted identifier of ClickHouse's SQL.
 *
 * @param {string} name
 */
export function identifier(name) {
  return `\`${name.replace(/[\\`\0]/g, (character) => ESCAPES[character] ?? character)}\``
}
