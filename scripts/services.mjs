// The four processes of an installation, each as something that can be started, watched and stopped.
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { startClickHouse } from './databases/clickhouse.mjs'
import { startPostgres } from './databases/postgres.mjs'
import { killGroup } from './processes/kill-group.mjs'
import { spawnChild } from './processes/spawn-child.mjs'

const DATABASE = 'gravitas'
const LOOK_EVERY_MS = process.platform === 'linux' ? 500 : 2000

/**
 * PostgreSQL in the data folder. It is no child of ours, so that it outlives a crash of ours in good order; whether
 * it is there has to be looked at. A second start gets the same port, as the others hold its address.
 * @param {string} dataDir
 */
export function postgresService(dataDir) {
  /** @type {number | undefined} */
  let port
  return async () => {
    const server = await startPostgres({ dir: path.join(dataDir, 'postgres'), port: port ?? 5433 })
    if (port !== undefined && server.port !== port) {
      await server.stop()
      throw new Error(`Its port ${port} is in use by another program.`)
    }
    port = server.port
    await server.createDatabase(DATABASE)
    return {
      url: server.url(DATABASE),
      adopted: server.adopted,
      gone: untilDead(server.isAlive),
      stop: server.stop,
    }
  }
}

/**
 * The engine with the events, in the data folder. A second start gets the same port and password.
 * @param {string} dataDir
 * @param {(pid: number | undefined) => void} onSpawn
 */
export function clickhouseService(dataDir, onSpawn) {
  /** @type {{ port: number, password: string } | undefined} */
  let same
  return async () => {
    const dir = path.join(dataDir, 'clickhouse')
    mkdirSync(dir, { recursive: true, mode: 0o700 })
    const engine = await startClickHouse({ dir, ...same })
    same = { port: engine.port, password: engine.password }
    onSpawn(engine.child.pid)
    return { url: engine.url(DATABASE), gone: untilExit(engine.child), stop: () => engine.stop() }
  }
}

/**
 * A Node program of the application; each line that it writes is shown after its name.
 * @param {{ name: string, args: string[], env: Record<string, string | undefined>, graceMs: number,
 *   onSpawn: (pid: number | undefined) => void, show: (name: string, line: string) => void }} options
 */
export function programService({ name, args, env, graceMs, onSpawn, show }) {
  return async () => {
    const child = spawnChild(args, { env })
    onSpawn(child.pid)
    for (const stream of [child.stdout, child.stderr]) eachLine(stream, (line) => show(name, line))
    const gone = untilExit(child)
    return {
      gone,
      stop: async () => {
        if (child.pid !== undefined) await killGroup(child.pid, graceMs)
      },
    }
  }
}

/** @param {import('node:child_process').ChildProcess} child */
function untilExit(child) {
  if (child.exitCode !== null || child.signalCode !== null) {
    return Promise.resolve(String(child.signalCode ?? `exit code ${child.exitCode}`))
  }
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`))
  })
}

/** @param {() => boolean} isAlive */
function untilDead(isAlive) {
  return new Promise((resolve) => {
    const timer = setInterval(() => {
      if (isAlive()) return
      clearInterval(timer)
      resolve('its process ended')
    }, LOOK_EVERY_MS)
    timer.unref()
  })
}

function eachLine(stream, use) {
  let rest = ''
  stream.setEncoding('utf8').on('data', (text) => {
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    lines.forEach(use)
  })
  stream.on('end', () => rest && use(rest))
}
