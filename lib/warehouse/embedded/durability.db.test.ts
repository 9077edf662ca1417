import { once } from 'node:events'
import { spawn } from 'node:child_process'
import { setTimeout as delay } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startClickHouse } from '@/scripts/databases/clickhouse.mjs'
import { startServerForTests, type ServerForTests } from './testing-server'

let server: ServerForTests

beforeEach(async () => {
  server = await startServerForTests()
})
afterEach(() => server.stop())

async function countOf(table: string): Promise<number> {
  const client = server.connect({ url: server.server.url() })
  const result = await client.query({ query: `SELECT count() AS n FROM ${table}`, format: 'JSONEachRow' })
  const [row] = await result.json<{ n: number }>()
  await client.close()
  return Number(row?.n)
}

async function createTable() {
  const client = server.connect()
  await client.command({ query: 'CREATE DATABASE IF NOT EXISTS gravitas' })
  await client.command({
    query: `CREATE TABLE IF NOT EXISTS gravitas.d (id UInt64, s String) ENGINE = MergeTree ORDER BY id
            SETTINGS fsync_after_insert = 1, fsync_part_directory = 1`,
  })
  await client.close()
}

test('after kill -9 in the middle of inserts every acknowledged row is there, and no half batch', async () => {
  await createTable()
  const batch = 500
  let sent = 0
  let acknowledged = 0
  for (let round = 0; round < 3; round += 1) {
    const client = server.connect({ url: server.server.url() })
    let killed = false
    const writers = Array.from({ length: 3 }, async () => {
      while (!killed) {
        const first = (sent += batch) - batch
        const values = Array.from({ length: batch }, (_, index) => ({
          id: first + index,
          s: 'x'.repeat(200),
        }))
        try {
          await client.insert({
            table: 'd',
            values,
            format: 'JSONEachRow',
            clickhouse_settings: { log_comment: 'ingest' },
          })
          acknowledged += batch
        } catch {
          return
        }
      }
    })
    await delay(400 + round * 150)
    server.server.child.kill('SIGKILL')
    killed = true
    await Promise.all(writers)
    await client.close()
    await server.startAgain()
    const stored = await countOf('d')
    expect(stored).toBeGreaterThanOrEqual(acknowledged)
    expect(stored % batch).toBe(0)
    // What was stored but not acknowledged counts from here on.
    acknowledged = stored
  }
  expect(acknowledged).toBeGreaterThan(0)
})

test('a stop lets running queries finish, kills the rest, and ends with 0', async () => {
  await createTable()
  const client = server.connect({ url: server.server.url() })
  const short = client
    .query({ query: 'SELECT sleep(1) AS a', format: 'JSONEachRow' })
    .then((result) => result.json())
  const long = client
    .query({ query: 'SELECT max(sipHash64(number)) FROM numbers(60000000000)' })
    .catch((error: unknown) => error)
  await delay(300)
  const { child } = server.server
  await server.server.stop()
  expect(await short).toEqual([{ a: 0 }])
  expect(await long).toBeInstanceOf(Error)
  expect([child.exitCode, child.signalCode]).toEqual([0, null])
  await client.close()
  await server.startAgain()
  expect(await countOf('d')).toBe(0)
})

test('the process ends when its parent is gone', async () => {
  const { child } = server.server
  const ended = once(child, 'exit')
  child.stdin?.end()
  expect((await ended)[0]).toBe(0)
  await server.startAgain()
})

test('a parent that is killed takes the process with it, and the directory can be used again', async () => {
  await server.server.stop()
  const program = `
    const { startClickHouse } = await import(process.argv[1])
    await startClickHouse({ dir: process.argv[2] })
    process.stdout.write('ready')`
  const script = new URL('../../../scripts/databases/clickhouse.mjs', import.meta.url).href
  const parent = spawn(process.execPath, ['--input-type=module', '-e', program, script, server.dir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(parent.stdout, 'data')
  parent.kill('SIGKILL')
  await server.startAgain()
})

test('a directory in use, and a port in use, are refused with a clear message', async () => {
  await expect(startClickHouse({ dir: server.dir })).rejects.toThrow(
    `The embedded ClickHouse cannot use ${server.dir}: another process already does.`,
  )
  const dir = `${server.dir}/inner`
  await expect(startClickHouse({ dir, port: server.server.port })).rejects.toThrow(
    'cannot listen: listen EADDRINUSE',
  )
})
