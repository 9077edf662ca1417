import { readFileSync } from 'node:fs'
import http from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'
import { ClickHouseError, type ClickHouseClient } from '@clickhouse/client'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startServerForTests, type ServerForTests } from './testing-server'

let server: ServerForTests
let client: ClickHouseClient

beforeAll(async () => {
  server = await startServerForTests()
  client = server.connect()
})
afterAll(async () => {
  await client.close()
  await server.stop()
})

/** Resident memory of the server in MB; 0 where the system does not tell. */
function memory() {
  if (process.platform !== 'linux') return 0
  const status = readFileSync(`/proc/${server.server.child.pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024
}

describe('a large result', () => {
  test('of a million rows arrives whole and in order', async () => {
    const query = 'SELECT number, toString(number) AS s FROM numbers(1000000)'
    const result = await client.query({
      query,
      format: 'JSONEachRow',
      clickhouse_settings: { max_threads: 1 },
    })
    let next = 0
    for await (const rows of result.stream<{ number: number }>()) {
      if (next % 100 === 0) expect(rows[0]?.json().number).toBe(next)
      next += rows.length
    }
    expect(next).toBe(1_000_000)
  })

  test('of a gigabyte is not held in memory', async () => {
    const before = memory()
    const { stream } = await client.exec({
      query: "SELECT repeat('y', 99) FROM numbers(10000000) FORMAT TSV",
    })
    let size = 0
    let most = 0
    for await (const chunk of stream) {
      size += (chunk as Buffer).length
      if (size % 50_000_000 < (chunk as Buffer).length) most = Math.max(most, memory())
    }
    expect(size).toBe(1_000_000_000)
    expect(most - before).toBeLessThan(400)
  })

  test('waits for a client that does not read', async () => {
    const query = "SELECT repeat('y', 99) FROM numbers(10000000000) FORMAT TSV"
    const { stream } = await client.exec({ query, clickhouse_settings: { log_comment: 'pages slow-reader' } })
    stream.on('error', () => {}).pause()
    await delay(500)
    const after = memory()
    await delay(1000)
    expect(memory() - after).toBeLessThan(100)
    stream.destroy()
    await expectGone('pages slow-reader')
  })

  test('does not hold up other queries while scalar subqueries are computed', async () => {
    const query = 'SELECT (SELECT max(sipHash64(number)) FROM numbers(60000000000)) AS a'
    const slow = client
      .query({ query, clickhouse_settings: { log_comment: 'jobs scalar' } })
      .catch((error: unknown) => error)
    for (let index = 0; index < 20; index += 1)
      expect(
        await (await client.query({ query: `SELECT ${index} AS a`, format: 'JSONEachRow' })).json(),
      ).toEqual([{ a: index }])
    await client.command({ query: "KILL QUERY WHERE Settings['log_comment'] = 'jobs scalar'" })
    expect(await slow).toMatchObject({ code: '394' })
  })
})

describe('an error in the middle of a result', () => {
  const query = 'SELECT throwIf(number = 3000000) AS a FROM numbers(10000000)'

  test('reaches the reader of rows as a typed error', async () => {
    const result = await client.query({
      query,
      format: 'JSONEachRow',
      clickhouse_settings: { max_threads: 1 },
    })
    const error = await result.json().catch((caught: unknown) => caught)
    expect(error).toBeInstanceOf(ClickHouseError)
    expect(error).toMatchObject({ code: '395', type: 'FUNCTION_THROW_IF_VALUE_IS_NON_ZERO' })
  })

  test('reaches the reader of text, compressed or not, as an error', async () => {
    for (const response of [false, true]) {
      const other = server.connect({ compression: { response } })
      const result = await other.query({ query, format: 'CSV', clickhouse_settings: { max_threads: 1 } })
      await expect(result.text()).rejects.toThrow()
      await other.close()
    }
  })

  test('before the first row is an ordinary answer', async () => {
    await expect(client.query({ query: 'SELECT throwIf(1)', format: 'JSONEachRow' })).rejects.toMatchObject({
      code: '395',
    })
  })
})

describe('a body that breaks off', () => {
  test('stores none of its rows and leaves no query behind', async () => {
    await client.command({ query: 'CREATE OR REPLACE TABLE half (a UInt32) ENGINE = MergeTree ORDER BY a' })
    const query = 'INSERT INTO half FORMAT JSONEachRow'
    for (let round = 0; round < 5; round += 1) {
      const request = http.request({
        port: server.server.port,
        host: '127.0.0.1',
        method: 'POST',
        path: `/?${new URLSearchParams({ query, log_comment: 'ingest half' })}`,
        headers: { 'X-ClickHouse-Key': server.server.password, 'Transfer-Encoding': 'chunked' },
      })
      request.on('error', () => {})
      request.write('{"a":1}\n'.repeat(10 ** round))
      await delay(100)
      request.destroy()
      await expectGone('ingest half')
    }
    const rows = await client.query({ query: 'SELECT count() AS n FROM half', format: 'JSONEachRow' })
    expect(await rows.json()).toEqual([{ n: 0 }])
  })
})

/** Waits until no query with this comment runs. */
async function expectGone(comment: string) {
  await expect
    .poll(
      async () => {
        const query =
          "SELECT count() AS n FROM system.processes WHERE Settings['log_comment'] = {comment:String}"
        const result = await client.query({ query, query_params: { comment }, format: 'JSONEachRow' })
        return result.json()
      },
      { timeout: 10_000 },
    )
    .toEqual([{ n: 0 }])
}
