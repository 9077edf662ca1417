import { createHash, timingSafeEqual } from 'node:crypto'
import http from 'node:http'
import { Answer } from './answer.mjs'
import { Exception } from './exception.mjs'
import { readRequest } from './parameters.mjs'
import { bodyChunks, bodyText, formFields } from './request-body.mjs'
import { parseStatement } from './statement.mjs'

/** The longest address: parameters stand in it. A server's `http_max_uri_size` is the same. */
const MAX_ADDRESS_BYTES = 1024 ** 2

/**
 * ClickHouse's HTTP interface over the engine: the part of it that the official client uses.
 *
 * @param {object} options
 * @param {import('./query-runner.mjs').QueryRunner} options.runner
 * @param {string} options.password of the user `default`
 * @param {number} [options.slowAfter] milliseconds after which a query is reported to `log`
 * @param {(line: string) => void} [options.log]
 */
export function createFront({ runner, password, slowAfter = Infinity, log = () => {} }) {
  /** @type {Set<AbortController>} */ const active = new Set()

  /**
   * @param {http.IncomingMessage} request
   * @param {http.ServerResponse} response
   */
  async function serve(request, response) {
    const answer = new Answer(request, response)
    const controller = new AbortController()
    const started = performance.now()
    active.add(controller)
    response.on('close', () => response.writableFinished || controller.abort(new ClientGone()))
    response.on('error', () => controller.abort(new ClientGone()))
    try {
      const query = await readQuery(request, answer, controller.signal)
      if (!query) return
      try {
        await runner.run(query)
      } finally {
        const took = performance.now() - started
        if (took >= slowAfter) log(slowLine(query, took))
      }
    } catch (error) {
      if (error instanceof Exception) return answer.fail(error)
      if (controller.signal.reason instanceof Exception) return answer.fail(controller.signal.reason)
      if (controller.signal.aborted || request.destroyed) return void response.destroy()
      log(`internal error: ${error instanceof Error ? error.stack : String(error)}`)
      answer.fail(
        new Exception(1002, 'UNKNOWN_EXCEPTION', 'The embedded ClickHouse failed to handle the request.'),
      )
    } finally {
      active.delete(controller)
    }
  }

  /**
   * @param {http.IncomingMessage} request
   * @param {Answer} answer
   * @param {AbortSignal} signal
   * @returns {Promise<import('./query-runner.mjs').Query | undefined>} nothing when the request is answered
   */
  async function readQuery(request, answer, signal) {
    const url = new URL(request.url ?? '/', 'http://localhost')
    if (url.pathname === '/ping' || url.pathname === '/replicas_status')
      return void answer.response.end('Ok.\n')
    if (url.pathname !== '/')
      throw new Exception(404, 'UNKNOWN_PATH', `There is no handle ${url.pathname.slice(0, 80)}.`, 404)
    checkPassword(password, request, url)
    if ((request.url ?? '').length > MAX_ADDRESS_BYTES)
      throw new Exception(36, 'BAD_ARGUMENTS', `The address may have ${MAX_ADDRESS_BYTES} bytes.`, 414)
    const isForm = /^multipart\/form-data\b/i.test(request.headers['content-type'] ?? '')
    const fields = [...url.searchParams, ...(isForm ? await formFields(request) : [])]
    const details = readRequest(fields, request.headers)
    answer.queryId = details.queryId
    answer.mayCompress = details.compress

    const read = async () => (isForm ? Buffer.alloc(0) : bodyText(request))
    let statement = details.query.trim() ? parseStatement(details.query, details.defaultFormat) : undefined
    let rows = /** @type {() => AsyncIterable<Uint8Array>} */ (
      () => withFirst(Buffer.alloc(0), bodyChunks(request))
    )
    if (statement?.kind === 'insert') {
      const inline = Buffer.from(details.query.slice(statement.dataFrom))
      rows = () => withFirst(inline, isForm ? [] : bodyChunks(request))
    } else {
      const bytes = await read()
      if (bytes.length > 0 || !statement) {
        const text = (details.query ? `${details.query}\n` : '') + bytes.toString()
        if (request.method === 'GET' && !text.trim()) return void answer.response.end('Ok.\n')
        statement = parseStatement(text, details.defaultFormat)
        if (statement.kind === 'insert') {
          const head = Buffer.byteLength(text.slice(0, statement.dataFrom))
          const all = Buffer.concat([Buffer.from(details.query ? `${details.query}\n` : ''), bytes])
          rows = () => withFirst(all.subarray(head), [])
        }
      }
    }
    if (request.method !== 'POST' && statement.kind !== 'read')
      throw new Exception(164, 'READONLY', 'Cannot execute query in readonly mode. Use the method POST.')
    return { request: details, statement, rows: rows(), answer, signal }
  }

  const server = http.createServer(
    { maxHeaderSize: MAX_ADDRESS_BYTES + 64 * 1024, keepAliveTimeout: 10_000, requestTimeout: 0 },
    (request, response) => void serve(request, response),
  )
  server.on('clientError', (error, socket) => {
    if (!socket.writable) return socket.destroy()
    const tooLong = 'code' in error && error.code === 'HPE_HEADER_OVERFLOW'
    socket.end(
      `HTTP/1.1 ${tooLong ? '431 Request Header Fields Too Large' : '400 Bad Request'}\r\nConnection: close\r\n\r\n`,
    )
  })

  /**
   * Takes no new requests, gives the running ones some time and then kills them.
   *
   * @param {number} grace milliseconds
   */
  async function close(grace) {
    const closed = new Promise((resolve) => server.close(resolve))
    server.closeIdleConnections()
    const timer = setTimeout(() => {
      const reason = new Exception(236, 'ABORTED', 'The server is shutting down.')
      for (const controller of active) controller.abort(reason)
    }, grace)
    while (active.size > 0) await new Promise((resolve) => setTimeout(resolve, 20))
    clearTimeout(timer)
    server.closeIdleConnections()
    const last = setTimeout(() => server.closeAllConnections(), 500)
    await closed
    clearTimeout(last)
  }

  return { server, close }
}

/** The client has closed its connection: nobody is left to be answered. */
class ClientGone extends Error {}

/**
 * @param {Uint8Array} first
 * @param {AsyncIterable<Uint8Array> | Iterable<Uint8Array>} rest
 */
async function* withFirst(first, rest) {
  if (first.length > 0) yield first
  yield* rest
}

/**
 * @param {string} password
 * @param {http.IncomingMessage} request
 * @param {URL} url
 */
function checkPassword(password, request, url) {
  const basic = /^Basic (.+)$/i.exec(request.headers.authorization ?? '')?.[1]
  const pair = basic && Buffer.from(basic, 'base64').toString()
  const given =
    request.headers['x-clickhouse-key'] ??
    (pair ? pair.slice(pair.indexOf(':') + 1) : url.searchParams.get('password')) ??
    ''
  // Hashed so that both have the same length, which is all that the comparison could betray.
  const digest = (/** @type {string} */ text) => createHash('sha256').update(text).digest()
  if (!timingSafeEqual(digest(String(given)), digest(password)))
    throw new Exception(
      516,
      'AUTHENTICATION_FAILED',
      'default: Authentication failed: password is incorrect.',
    )
}

/**
 * Parameters stay out of the log: they hold people's data.
 *
 * @param {import('./query-runner.mjs').Query} query
 * @param {number} took milliseconds
 */
function slowLine({ request, statement }, took) {
  const sql = (request.query || statement.text('', "''")).replace(/\s+/g, ' ').slice(0, 300)
  return `slow query, ${Math.round(took)} ms, ${request.settings.get('log_comment') ?? '-'}: ${sql}`
}
