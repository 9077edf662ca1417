import { setTimeout as delay } from 'node:timers/promises'
import { Exception } from './exception.mjs'
import { LanePool } from './lane-pool.mjs'
import { laneOf } from './lanes.mjs'
import { prelude, stringLiteral } from './parameters.mjs'
import { makePipes, readPipe, writePipe } from './pipe.mjs'

/**
 * @typedef {import('./engine.mjs').EngineConnection} EngineConnection
 * @typedef {import('./lanes.mjs').LaneName} LaneName
 * @typedef {object} Query
 * @property {import('./parameters.mjs').QueryRequest} request
 * @property {import('./statement.mjs').Statement} statement
 * @property {AsyncIterable<Uint8Array>} rows the data of an INSERT
 * @property {import('./answer.mjs').Answer} answer
 * @property {AbortSignal} signal aborted when nobody waits for the answer any more
 */

/**
 * Runs queries in their lanes. Every query has a connection of its own, made for it (a millisecond) and
 * closed after it: settings, database, parameters and temporary tables cannot reach the next one.
 */
export class QueryRunner {
  /**
   * @param {{ connect(options?: readonly string[]): EngineConnection }} engine
   * @param {Readonly<Record<LaneName, import('./lanes.mjs').Lane>>} lanes
   * @param {string} directory of the data
   */
  constructor(engine, lanes, directory) {
    this.engine = engine
    this.lanes = lanes
    this.started = 0
    const names = /** @type {LaneName[]} */ (Object.keys(lanes))
    const count = names.reduce((sum, name) => sum + lanes[name].connections, 0)
    this.pipes = makePipes(directory, count)
    const paths = [...this.pipes.paths]
    /** @type {Map<LaneName, LanePool<string>>} */
    this.pools = new Map(
      names.map((name) => [
        name,
        new LanePool(name, paths.splice(0, lanes[name].connections), lanes[name].queue),
      ]),
    )
  }

  /** When nothing runs any more. */
  close() {
    this.pipes.remove()
  }

  /**
   * Runs one query and writes its answer.
   *
   * @param {Query} query
   * @throws {Exception} what the engine said, or why the query was not run
   */
  async run(query) {
    const { request, statement, signal } = query
    const isKill = statement.kind === 'other' && statement.isKill
    const lane = isKill ? 'control' : laneOf(request.settings.get('log_comment'))
    await this.inLane(lane, signal, async (connection, pipe) => {
      const first = prelude(request)
      if (first) await connection.run(first).catch(rethrow)
      signal.throwIfAborted()
      const run = new Run(this, connection, pipe)
      if (statement.kind === 'read') await run.read(statement, query)
      else if (statement.kind === 'insert') await run.insert(statement, query)
      else await run.other(statement, query)
    })
  }

  /**
   * Kills the query with this mark, if it runs.
   *
   * @param {string} mark
   * @returns {Promise<boolean>} whether there was one
   */
  async kill(mark) {
    const half = Math.floor(mark.length / 2)
    // The mark in two halves, or this statement would find itself.
    const needle = `concat(${stringLiteral(mark.slice(0, half))}, ${stringLiteral(mark.slice(half))})`
    let found = false
    await this.inLane('control', new AbortController().signal, async (connection) => {
      const killed = await connection
        .run(`KILL QUERY WHERE position(query, ${needle}) > 0 ASYNC`)
        .catch(rethrow)
      found = killed.bytes.length > 0
    })
    return found
  }

  /**
   * @param {LaneName} lane
   * @param {AbortSignal} signal
   * @param {(connection: EngineConnection, pipe: string) => Promise<void>} work
   */
  async inLane(lane, signal, work) {
    const pool = /** @type {LanePool<string>} */ (this.pools.get(lane))
    const pipe = await pool.acquire(signal)
    try {
      const connection = this.engine.connect(this.lanes[lane].options)
      try {
        await work(connection, pipe)
      } finally {
        connection.close()
      }
    } finally {
      pool.release(pipe)
    }
  }
}

/** One statement on its connection. */
class Run {
  /**
   * @param {QueryRunner} runner
   * @param {EngineConnection} connection
   * @param {string} pipe
   */
  constructor(runner, connection, pipe) {
    this.runner = runner
    this.connection = connection
    this.pipe = pipe
    this.mark = `/* request ${(runner.started += 1)} */`
    this.over = false
  }

  /**
   * Starts the statement, and kills it when the signal is aborted. The promise never rejects.
   *
   * @param {string} sql
   * @param {string} format
   * @param {AbortSignal} signal
   */
  start(sql, format, signal) {
    const ended = this.connection.run(sql, format).then(
      (result) => ({ result, exception: undefined }),
      (error) => ({ result: undefined, exception: Exception.fromEngine(error) }),
    )
    const kill = () => void this.killUntil(ended)
    signal.addEventListener('abort', kill, { once: true })
    if (signal.aborted) kill()
    return ended.finally(() => {
      this.over = true
      signal.removeEventListener('abort', kill)
    })
  }

  /**
   * A statement is not listed before it has been parsed, so one attempt may come too early.
   *
   * @param {Promise<unknown>} ended
   * @param {number} [attempts]
   */
  async killUntil(ended, attempts = Infinity) {
    for (let attempt = 0; attempt < attempts && !this.over; attempt += 1) {
      const found = await this.runner.kill(this.mark).catch(() => false)
      if (found && attempts !== Infinity) return
      await Promise.race([ended, delay(attempt < 20 ? 50 : 500)])
    }
  }

  /**
   * @param {import('./statement.mjs').ReadStatement} statement
   * @param {Query} query
   */
  async read(statement, { answer, signal }) {
    const { stream, finish } = readPipe(this.pipe)
    const sql = statement.text(this.mark, stringLiteral(this.pipe))
    const ended = this.start(sql, statement.format, signal).finally(() => {
      // The engine may keep the pipe open as long as the connection lives.
      this.connection.close()
      finish()
    })
    // A killed statement is read to its end: the engine can lock up when it is killed and, at the same
    // moment, finds that nobody reads.
    for await (const chunk of stream) {
      if (signal.aborted) continue
      if (!answer.response.headersSent) answer.begin(statement.format)
      // Fails when the client is gone, which the signal says as well.
      await answer.write(chunk, signal).catch(() => {})
    }
    const { result, exception } = await ended
    signal.throwIfAborted()
    if (exception) throw exception
    if (!answer.response.headersSent) answer.begin(statement.format, summary(result))
    answer.end()
  }

  /**
   * @param {import('./statement.mjs').InsertStatement} statement
   * @param {Query} query
   */
  async insert(statement, { answer, rows, signal }) {
    const sql = statement.text(this.mark, stringLiteral(this.pipe))
    const ended = this.start(sql, 'TabSeparated', signal)
    let broken
    try {
      const writer = await writePipe(this.pipe, ended)
      try {
        if (writer)
          for await (const chunk of rows) {
            await writer.write(chunk)
            if (this.over) break
          }
      } catch (error) {
        // Killed before the end of the rows is announced: half a body must not be stored as a whole one.
        broken = error
        await this.killUntil(ended, 40)
      } finally {
        await writer?.end()
      }
    } finally {
      await ended
    }
    const { result, exception } = await ended
    signal.throwIfAborted()
    if (broken) throw broken
    if (exception) throw exception
    answer.begin('TabSeparated', summary(result, { written: true }))
    answer.end()
  }

  /**
   * @param {import('./statement.mjs').OtherStatement} statement
   * @param {Query} query
   */
  async other(statement, { answer, signal }) {
    const { result, exception } = await this.start(statement.text(this.mark), statement.format, signal)
    signal.throwIfAborted()
    if (exception) throw exception
    answer.begin(statement.format, summary(result))
    if (result && result.bytes.length > 0) await answer.write(result.bytes, signal)
    answer.end()
  }
}

/** @param {unknown} error @returns {never} */
function rethrow(error) {
  throw Exception.fromEngine(error)
}

/**
 * What ClickHouse says of the work done, so far as the engine counts it.
 *
 * @param {import('./engine.mjs').EngineResult | undefined} result
 * @param {{ written?: boolean }} [options] whether the rows read are the rows written
 */
function summary(result, { written = false } = {}) {
  const rows = String(result?.rowsRead ?? 0)
  const bytes = String(result?.bytesRead ?? 0)
  return {
    'X-ClickHouse-Summary': JSON.stringify({
      read_rows: rows,
      read_bytes: bytes,
      written_rows: written ? rows : '0',
      written_bytes: written ? bytes : '0',
      total_rows_to_read: '0',
      result_rows: written ? rows : '0',
      result_bytes: written ? bytes : '0',
      elapsed_ns: String(Math.round((result?.elapsed ?? 0) * 1e9)),
    }),
  }
}
