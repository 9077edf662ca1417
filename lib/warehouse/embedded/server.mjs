// The process that holds chDB: `node server.mjs` with
//   CHDB_DIR       the data directory
//   CHDB_PASSWORD  of the user `default`
//   CHDB_PORT      on 127.0.0.1; absent or 0: a free one
//   CHDB_SLOW_MS   report queries slower than this on standard error
//   GRAVITAS_EXIT_WITH_STDIN=1  end when standard input closes, so that no process is left behind by a
//                  parent that was killed
//   UV_THREADPOOL_SIZE  at least `threadsNeeded`; Node reads it before any of this runs
// It prints `ready <port>` once it answers, and ends with 0 after SIGTERM or SIGINT.
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { NoEngineError, openEngine } from './engine.mjs'
import { createFront } from './front.mjs'
import { availableMemory, engineOptions, lanesFor } from './lanes.mjs'
import { QueryRunner } from './query-runner.mjs'

// Before the engine is loaded, which reads it once.
process.env.TZ = 'UTC'

/** How long running queries may take to finish after SIGTERM, in ms. */
const GRACE = 3000
/** How long the data directory may stay locked by a process that is just ending, in ms. */
const LOCK_PATIENCE = 10_000

const { CHDB_DIR, CHDB_PASSWORD, CHDB_PORT = '0', CHDB_SLOW_MS, UV_THREADPOOL_SIZE = '4' } = process.env

/** @param {string} message @returns {never} */
function fail(message) {
  process.stderr.write(`${message}\n`)
  process.exit(1)
}

if (!CHDB_DIR || !CHDB_PASSWORD) fail('CHDB_DIR and CHDB_PASSWORD are required.')
const memory = availableMemory()
const lanes = lanesFor(memory)
// Every running statement holds a thread of Node's pool.
const threadsNeeded = Object.values(lanes).reduce((sum, lane) => sum + lane.connections, 0) + 2
if (Number(UV_THREADPOOL_SIZE) < threadsNeeded) fail(`UV_THREADPOOL_SIZE must be at least ${threadsNeeded}.`)

const directory = path.resolve(CHDB_DIR)
const engine = await open(directory)
// As long as one connection is open, the engine stays loaded.
const root = await connect()
const runner = new QueryRunner(engine, lanes, directory)
const front = createFront({
  runner,
  password: CHDB_PASSWORD,
  slowAfter: CHDB_SLOW_MS ? Number(CHDB_SLOW_MS) : undefined,
  log: (line) => void process.stderr.write(`${line}\n`),
})
front.server.once('error', (error) => fail(`The embedded ClickHouse cannot listen: ${error.message}`))
front.server.listen(Number(CHDB_PORT), '127.0.0.1', () => {
  const address = front.server.address()
  process.stdout.write(`ready ${typeof address === 'object' ? address?.port : CHDB_PORT}\n`)
})

let stopping = false
async function stop() {
  if (stopping) return
  stopping = true
  // A query that does not let itself be killed must not keep the process, and would keep an ordinary exit
  // from ending as well. What was acknowledged is stored.
  setTimeout(() => process.kill(process.pid, 'SIGKILL'), GRACE + 5000).unref()
  await front.close(GRACE)
  runner.close()
  root.close()
  process.exit(0)
}
process.on('SIGTERM', stop)
process.on('SIGINT', stop)
if (process.env.GRAVITAS_EXIT_WITH_STDIN === '1') process.stdin.on('close', stop).on('end', stop).resume()
// The parent may be gone, and with it the reader of these.
process.stdout.on('error', () => {})
process.stderr.on('error', () => {})

/** @param {string} where */
async function open(where) {
  try {
    return openEngine(where)
  } catch (error) {
    return fail(error instanceof NoEngineError ? error.message : String(error))
  }
}

async function connect() {
  const patience = Date.now() + LOCK_PATIENCE
  for (;;) {
    try {
      return engine.connect(engineOptions(memory))
    } catch (error) {
      if (Date.now() > patience) fail(`The data directory ${directory} cannot be opened: ${String(error)}`)
      await delay(500)
    }
  }
}
