import type { ClickHouseClient, ClickHouseSettings } from '@clickhouse/client'
import { afterAll, beforeAll, expect, test } from 'vitest'
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

async function one(query: string, clickhouse_settings: ClickHouseSettings = {}): Promise<unknown> {
  const result = await client.query({ query, format: 'JSONEachRow', clickhouse_settings })
  const [row] = await result.json<{ v: unknown }>()
  return row?.v
}

/** More queries than the lane has connections, so that every one is used again. */
const often = (work: () => Promise<void>) => Promise.all(Array.from({ length: 24 }, work))

test('settings hold for their query alone', async () => {
  const before = await one("SELECT getSetting('max_block_size') AS v")
  await often(async () =>
    expect(await one("SELECT getSetting('max_block_size') AS v", { max_block_size: '777' })).toBe(777),
  )
  await often(async () => expect(await one("SELECT getSetting('max_block_size') AS v")).toBe(before))
})

test('a SET, a USE and a temporary table end with their statement', async () => {
  await client.command({ query: 'CREATE DATABASE IF NOT EXISTS other' })
  await often(async () => {
    await client.command({ query: 'SET max_block_size = 555' })
    await client.command({ query: 'USE other' })
    await client.command({ query: 'CREATE TEMPORARY TABLE passing (a UInt8)' })
  })
  await often(async () => {
    expect(await one("SELECT getSetting('max_block_size') AS v")).not.toBe(555)
    expect(await one('SELECT currentDatabase() AS v')).toBe('default')
    await expect(one('SELECT a AS v FROM passing')).rejects.toMatchObject({ code: '60' })
  })
})

test('a parameter is unknown to the next query', async () => {
  await often(
    async () => void (await client.query({ query: 'SELECT {secret:String}', query_params: { secret: 'x' } })),
  )
  await often(async () => expect(one('SELECT {secret:String} AS v')).rejects.toMatchObject({ code: '456' }))
})

test('queries of several databases beside each other stay in theirs', async () => {
  const names = ['first', 'second `quoted`', 'third; DROP']
  const clients = names.map((name) => server.connect({ url: server.server.url(''), database: name }))
  for (const name of names)
    await client.command({ query: 'CREATE DATABASE IF NOT EXISTS {name:Identifier}', query_params: { name } })
  const seen = await Promise.all(
    Array.from({ length: 60 }, async (_, index) => {
      const result = await clients[index % 3]?.query({
        query: 'SELECT currentDatabase() AS v',
        format: 'JSONEachRow',
      })
      return (await result?.json<{ v: string }>())?.[0]?.v
    }),
  )
  expect(seen).toEqual(Array.from({ length: 60 }, (_, index) => names[index % 3]))
  await Promise.all(clients.map((each) => each.close()))
})

test('lanes have their own defaults, and a query may set others', async () => {
  const threads = (log_comment: string, more: ClickHouseSettings = {}) =>
    one("SELECT getSetting('max_threads') AS v", { log_comment, ...more })
  expect(await threads('pages overview')).toBe(2)
  expect(await threads('jobs run:1')).toBe(1)
  expect(await threads('something else')).toBe(2)
  expect(await threads('jobs run:1', { max_threads: 2 })).toBe(2)
  const memory = (lane: string) => one("SELECT getSetting('max_memory_usage') AS v", { log_comment: lane })
  expect(Number(await memory('jobs'))).toBeGreaterThan(Number(await memory('pages')))
})

test('readonly, the limit of a query and the zone of a session do not disturb the front', async () => {
  expect(await one('SELECT {a:UInt8} AS v'.replace('{a:UInt8}', '1'), { readonly: '1' })).toBe(1)
  await expect(
    client.command({ query: 'CREATE DATABASE nope', clickhouse_settings: { readonly: '1' } }),
  ).rejects.toMatchObject({ code: '164' })
  await expect(one(`SELECT '${'x'.repeat(300_000)}' AS v`)).rejects.toMatchObject({ code: '62' })
  expect(await one(`SELECT length('${'x'.repeat(300_000)}') AS v`, { max_query_size: '1000000' })).toBe(
    300_000,
  )
  expect(await one('SELECT timezone() AS v', { session_timezone: 'Asia/Tokyo' })).toBe('Asia/Tokyo')
  expect(await one('SELECT toString(toDateTime(0)) AS v')).toBe('1970-01-01 00:00:00')
})
