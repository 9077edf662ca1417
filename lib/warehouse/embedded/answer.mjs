import { once } from 'node:events'
import { createGzip } from 'node:zlib'
import { randomBytes } from 'node:crypto'

/** @typedef {import('./exception.mjs').Exception} Exception */

/**
 * The answer to one request. Nothing is sent before the first bytes of the result, so that an error until
 * then is answered with its own status. A later one is written as ClickHouse (since 25.11) writes it, in a
 * block that the client recognises by a tag, and the connection is cut.
 */
export class Answer {
  /**
   * @param {import('node:http').IncomingMessage} request
   * @param {import('node:http').ServerResponse} response
   */
  constructor(request, response) {
    this.request = request
    this.response = response
    this.queryId = ''
    this.mayCompress = false
    this.tag = randomBytes(8).toString('hex')
    /** @type {import('node:http').ServerResponse | import('node:zlib').Gzip} */ this.target = response
  }

  /**
   * @param {string} format
   * @param {Record<string, string>} [headers]
   */
  begin(format, headers = {}) {
    this.response.setHeader('Content-Type', contentType(format))
    this.response.setHeader('X-ClickHouse-Format', format)
    this.response.setHeader('X-ClickHouse-Exception-Tag', this.tag)
    for (const [name, value] of Object.entries(headers)) this.response.setHeader(name, value)
    this.commonHeaders()
    const accepted = String(this.request.headers['accept-encoding'] ?? '')
    if (this.mayCompress && /\bgzip\b/.test(accepted)) {
      this.response.setHeader('Content-Encoding', 'gzip')
      const gzip = createGzip({ level: 3 })
      gzip.pipe(this.response)
      this.target = gzip
    }
    this.response.writeHead(200)
  }

  /**
   * Waits while the client is slower than the engine.
   *
   * @param {Uint8Array} chunk
   * @param {AbortSignal} signal
   */
  async write(chunk, signal) {
    if (!this.target.write(chunk)) await once(this.target, 'drain', { signal })
  }

  end() {
    this.target.end()
  }

  /** @param {Exception} exception */
  fail(exception) {
    const { response } = this
    if (response.destroyed) return
    if (!response.headersSent) {
      this.commonHeaders()
      response.setHeader('Content-Type', 'text/plain; charset=UTF-8')
      response.setHeader('X-ClickHouse-Exception-Code', String(exception.code))
      response.removeHeader('X-ClickHouse-Exception-Tag')
      if (exception.status === 401) response.setHeader('WWW-Authenticate', 'Basic realm="ClickHouse"')
      response.writeHead(exception.status).end(exception.text)
      return this.drain()
    }
    const length = Buffer.byteLength(exception.text)
    const block = `\r\n__exception__\r\n${this.tag}\r\n${exception.text}${length} ${this.tag}\r\n__exception__\r\n`
    const cut = () => response.socket?.destroySoon()
    if (this.target === response) response.write(block, cut)
    else {
      this.target.write(block)
      const gzip = /** @type {import('node:zlib').Gzip} */ (this.target)
      gzip.flush(() => setImmediate(cut))
    }
  }

  commonHeaders() {
    this.response.setHeader('X-ClickHouse-Query-Id', this.queryId)
    this.response.setHeader('X-ClickHouse-Timezone', 'UTC')
    this.response.setHeader('X-ClickHouse-Server-Display-Name', 'embedded')
  }

  /** Lets a client that is still sending finish and read its answer, but not for ever. */
  drain() {
    if (this.request.complete) return
    this.request.resume()
    const timer = setTimeout(() => this.request.destroy(), 10_000)
    timer.unref()
    this.request.once('close', () => clearTimeout(timer))
  }
}

/** @param {string} format */
function contentType(format) {
  if (/^JSON.*EachRow/.test(format)) return 'application/x-ndjson; charset=UTF-8'
  if (format.startsWith('JSON')) return 'application/json; charset=UTF-8'
  if (format.startsWith('CSV')) return 'text/csv; charset=UTF-8'
  if (/^(TSV|TabSeparated)/.test(format)) return 'text/tab-separated-values; charset=UTF-8'
  if (/^(RowBinary|Native|Parquet|Arrow|ORC|Avro|MsgPack)/.test(format)) return 'application/octet-stream'
  return 'text/plain; charset=UTF-8'
}
