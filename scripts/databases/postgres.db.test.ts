import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { leftPostgres, stopLeftPostgres } from './left-postgres.mjs'
import { startPostgres } from './postgres.mjs'

let dir: string
const options = () => ({ dir, settings: { fsync: 'off' }, sync: false })
const pidFile = () => path.join(dir, 'data/postmaster.pid')
const postmaster = () => Number(readFileSync(pidFile(), 'utf8').split('\n')[0])

async function ask(url: string, sql: string) {
  const client = new pg.Client(url)
  await client.connect()
  const { rows } = await client.query<Record<string, unknown>>(sql)
  await client.end()
  return rows
}

beforeEach(() => (dir = mkdtempSync(path.join(tmpdir(), 'gravitas-postgres-'))))
afterEach(async () => {
  await stopLeftPostgres(dir)
  rmSync(dir, { recursive: true, force: true })
})

test('starts, keeps what was written over a stop, and gets its port again', async () => {
  const first = await startPostgres(options())
  await first.createDatabase('gravitas')
  await first.createDatabase('gravitas')
  await ask(first.url('gravitas'), 'CREATE TABLE kept AS SELECT 1 AS one')
  expect(first.isAlive()).toBe(true)
  await first.stop()
  expect(first.isAlive()).toBe(false)

  const second = await startPostgres({ ...options(), port: first.port })
  expect(second.port).toBe(first.port)
  expect(second.adopted).toBe(false)
  expect(await ask(second.url('gravitas'), 'SELECT one FROM kept')).toEqual([{ one: 1 }])
  await second.stop()
})

test('a server that still runs is adopted, also with another wish for its port', async () => {
  const first = await startPostgres(options())
  const second = await startPostgres({ ...options(), port: 1 })
  expect(second).toMatchObject({ adopted: true, port: first.port })
  await second.stop()
  expect(first.isAlive()).toBe(false)
})

test('a killed server is noticed, and the next start recovers on the same port', async () => {
  const first = await startPostgres(options())
  process.kill(postmaster(), 'SIGKILL')
  await vi.waitFor(() => expect(first.isAlive()).toBe(false), 5000)
  const second = await startPostgres({ ...options(), port: first.port })
  expect(second).toMatchObject({ adopted: false, port: first.port })
  await second.stop()
})

test('a process that has got the id of a killed server does not pass for it', async () => {
  const first = await startPostgres(options())
  process.kill(postmaster(), 'SIGKILL')
  await vi.waitFor(() => expect(first.isAlive()).toBe(false), 5000)
  const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' })
  writeFileSync(pidFile(), readFileSync(pidFile(), 'utf8').replace(/^\d+/, String(other.pid)))
  expect(leftPostgres(path.join(dir, 'data'))).toBeUndefined()
  const second = await startPostgres(options())
  expect(second.adopted).toBe(false)
  await second.stop()
  expect(other.kill('SIGKILL')).toBe(true)
})

test('an interrupted making of the data directory is repeated', async () => {
  await (await startPostgres(options())).stop()
  rmSync(path.join(dir, 'initialised'))
  const again = await startPostgres(options())
  expect(await ask(again.url('postgres'), 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  await again.stop()
})

test('only loopback is listened on, with a password, in UTF-8', async () => {
  const server = await startPostgres(options())
  const [row] = await ask(
    server.url('postgres'),
    `SELECT current_setting('listen_addresses') AS addresses, current_setting('server_encoding') AS encoding`,
  )
  expect(row).toEqual({ addresses: '127.0.0.1', encoding: 'UTF8' })
  const wrong = server.url('postgres').replace(/:[^:@]+@/, ':wrong@')
  await expect(ask(wrong, 'SELECT 1')).rejects.toThrow('password authentication failed')
  await server.stop()
})
