// Runs the embedded ClickHouse (lib/warehouse/embedded) as a child process.
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const SERVER = fileURLToPath(new URL('../../lib/warehouse/embedded/server.mjs', import.meta.url))

/** What the child needs of our environment; secrets of the application are none of its business. */
const PASSED_ON = ['PATH', 'HOME', 'TMPDIR', 'LD_LIBRARY_PATH', 'DYLD_LIBRARY_PATH', 'CHDB_SLOW_MS']

/**
 * @typedef {object} ClickHouse
 * @property {number} port on 127.0.0.1
 * @property {string} password of the user `default`
 * @property {(database?: string) => string} url for the official client
 * @property {() => Promise<void>} stop lets running queries finish for a few seconds
 * @property {import('node:child_process').ChildProcess} child
 */

/**
 * Starts the embedded ClickHouse on a data directory and waits until it answers. It ends with this process,
 * however that ends. It has a process group of its own, so that Ctrl-C in a terminal reaches the
 * application first.
 *
 * @param {{ dir: string, port?: number, password?: string }} options port: absent or 0 for a free one
 * @returns {Promise<ClickHouse>}
 * @throws {Error} with a message for a person, e.g. when another process uses the directory
 */
export async function startClickHouse({ dir, port = 0, password = randomBytes(18).toString('base64url') }) {
  mkdirSync(dir, { recursive: true })
  const passedOn = PASSED_ON.flatMap((name) =>
    process.env[name] === undefined ? [] : [[name, process.env[name]]],
  )
  const child = spawn(process.execPath, [SERVER], {
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
    windowsHide: true,
    env: {
      ...Object.fromEntries(passedOn),
      NODE_ENV: 'production',
      TZ: 'UTC',
      UV_THREADPOOL_SIZE: '16',
      GRAVITAS_EXIT_WITH_STDIN: '1',
      CHDB_DIR: path.resolve(dir),
      CHDB_PORT: String(port),
      CHDB_PASSWORD: password,
    },
  })
  child.stdin.on('error', () => {})
  const ended = new Promise((resolve) => child.once('close', resolve))
  const ready = await readyPort(child, path.resolve(dir))
  child.stderr.on('data', (chunk) => process.stderr.write(chunk))
  return {
    port: ready,
    password,
    url: (database = 'gravitas') =>
      `http://default:${encodeURIComponent(password)}@127.0.0.1:${ready}/${database}`,
    child,
    async stop() {
      child.kill('SIGTERM')
      const timer = setTimeout(() => child.kill('SIGKILL'), 15_000)
      await ended
      clearTimeout(timer)
    },
  }
}

/**
 * @param {import('node:child_process').ChildProcessWithoutNullStreams} child
 * @param {string} dir
 * @returns {Promise<number>}
 */
function readyPort(child, dir) {
  return new Promise((resolve, reject) => {
    let said = ''
    const listen = (/** @type {Buffer} */ chunk) => void (said = (said + chunk.toString()).slice(-4000))
    child.stderr.on('data', listen)
    const lines = createInterface({ input: child.stdout })
    child.once('error', reject)
    const failed = (/** @type {number | null} */ code, /** @type {string | null} */ signal) =>
      reject(new Error(whyNot(said, dir, signal ?? code)))
    child.once('close', failed)
    lines.on('line', (line) => {
      const found = /^ready (\d+)$/.exec(line)
      if (!found) return
      child.off('close', failed)
      child.stderr.off('data', listen)
      resolve(Number(found[1]))
    })
  })
}

/**
 * @param {string} said the end of its standard error
 * @param {string} dir
 * @param {string | number | null} code
 */
function whyNot(said, dir, code) {
  if (/Cannot lock file/.test(said))
    return `The embedded ClickHouse cannot use ${dir}: another process already does. Stop it, or choose another directory.`
  const own = said
    .split('\n')
    .filter((line) => /^(No embedded|The embedded|The data directory|No named pipes)/.test(line))
  return own.at(-1) ?? `The embedded ClickHouse did not start (${code}).\n${said.trim()}`
}
