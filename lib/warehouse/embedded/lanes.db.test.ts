import { setTimeout as delay } from 'node:timers/promises'
import type { ClickHouseClient, ClickHouseSettings } from '@clickhouse/client'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startServerForTests, type ServerForTests } from './testing-server'

let server: ServerForTests
let client: ClickHouseClient

beforeAll(async () => {
  server = await startServerForTests()
  client = server.connect()
  await client.command({ query: 'CREATE TABLE t (k UInt64, v UInt64) ENGINE = MergeTree ORDER BY k' })
  await client.command({ query: 'INSERT INTO t SELECT number, sipHash64(number) FROM numbers(300000)' })
})
afterAll(async () => {
  await client.close()
  await server.stop()
})

const ENDLESS = 'SELECT max(sipHash64(number)) AS m FROM numbers(60000000000)'

const rows = async (query: string, log_comment: string, more: ClickHouseSettings = {}) =>
  (await client.query({ query, format: 'JSONEachRow', clickhouse_settings: { log_comment, ...more } })).json()

const running = async (comment: string) => {
  const query = "SELECT count() AS n FROM system.processes WHERE Settings['log_comment'] = {comment:String}"
  const result = await client.query({ query, query_params: { comment }, format: 'JSONEachRow' })
  return Number((await result.json<{ n: number }>())[0]?.n)
}

describe('a kill', () => {
  test.each(['', ' ASYNC', ' SYNC'])('KILL QUERY …%s ends a query found by its comment', async (mode) => {
    const comment = `jobs kill-me${mode}`
    const killed = rows(ENDLESS, comment).catch((error: unknown) => error)
    await expect.poll(() => running(comment)).toBe(1)
    const list = await client.query({
      query: `KILL QUERY WHERE Settings['log_comment'] = {comment:String}${mode}`,
      query_params: { comment },
      format: 'JSONEachRow',
    })
    expect(await list.json()).toMatchObject([{ kill_status: 'waiting' }])
    expect(await killed).toMatchObject({ code: '394', type: 'QUERY_WAS_CANCELLED' })
  })

  test('works while every lane is full', async () => {
    const lanes = ['pages', 'ingest', 'jobs'].flatMap((lane) =>
      Array.from({ length: 6 }, () => `${lane} full`),
    )
    const all = lanes.map((comment) => rows(ENDLESS, comment).catch((error: unknown) => error))
    await delay(300)
    const kill = { query: "KILL QUERY WHERE endsWith(Settings['log_comment'], ' full')" }
    let ended = false
    void Promise.all(all).then(() => (ended = true))
    while (!ended) {
      await client.command(kill)
      await delay(100)
    }
    for (const error of await Promise.all(all)) expect(error).toMatchObject({ code: '394' })
  })

  test('of an INSERT … SELECT leaves the table as it can', async () => {
    const comment = 'jobs insert-select'
    const query =
      'INSERT INTO t SELECT number, sipHash64(number) FROM numbers(60000000000) WHERE sipHash64(number) = 1'
    const killed = client
      .command({ query, clickhouse_settings: { log_comment: comment } })
      .catch((error: unknown) => error)
    await expect.poll(() => running(comment)).toBe(1)
    await client.command({
      query: "KILL QUERY WHERE Settings['log_comment'] = {comment:String}",
      query_params: { comment },
    })
    expect(await killed).toMatchObject({ code: '394' })
  })
})

describe('a client that goes away', () => {
  test.each([
    ['SELECT', ENDLESS],
    ['a scalar subquery', `SELECT (${ENDLESS}) AS a`],
    ['an INSERT … SELECT', `INSERT INTO t SELECT m, m FROM (${ENDLESS})`],
  ])('takes its query with it: %s', async (name, query) => {
    const comment = `jobs gone ${name}`
    const controller = new AbortController()
    const answer = client
      .command({ query, abort_signal: controller.signal, clickhouse_settings: { log_comment: comment } })
      .catch((error: unknown) => error)
    await expect.poll(() => running(comment)).toBe(1)
    controller.abort()
    expect(await answer).toBeInstanceOf(Error)
    await expect.poll(() => running(comment), { timeout: 5000 }).toBe(0)
  })

  test('leaves the line when its query waits', async () => {
    const busy = Array.from({ length: 2 }, () => rows(ENDLESS, 'jobs busy').catch((error: unknown) => error))
    await expect.poll(() => running('jobs busy')).toBe(2)
    const controller = new AbortController()
    const query = 'INSERT INTO t SELECT 1000000001, 0'
    const waiting = client
      .command({
        query,
        abort_signal: controller.signal,
        clickhouse_settings: { log_comment: 'jobs waiting' },
      })
      .catch((error: unknown) => error)
    await delay(200)
    controller.abort()
    await waiting
    await client.command({ query: "KILL QUERY WHERE Settings['log_comment'] = 'jobs busy'" })
    await Promise.all(busy)
    expect(await rows('SELECT 1 AS a', 'jobs after')).toEqual([{ a: 1 }])
    expect(await rows('SELECT count() AS n FROM t WHERE k = 1000000001', 'pages')).toEqual([{ n: 0 }])
  })
})

test('a line has an end, and then answers at once', async () => {
  const busy = Array.from({ length: 2 }, () => rows(ENDLESS, 'jobs busy').catch((error: unknown) => error))
  await expect.poll(() => running('jobs busy')).toBe(2)
  const controller = new AbortController()
  const line = Array.from({ length: 110 }, () =>
    fetch(`http://127.0.0.1:${server.server.port}/?log_comment=jobs`, {
      method: 'POST',
      headers: { 'X-ClickHouse-Key': server.server.password },
      body: 'SELECT 1',
      signal: controller.signal,
    }).then(
      async (answer) => [answer.status, await answer.text()] as const,
      () => undefined,
    ),
  )
  const full = 'Too many simultaneous queries for jobs. Running: 2, waiting: 100.'
  const first = await Promise.race(line)
  expect(first).toEqual([503, `Code: 202. DB::Exception: ${full} (TOO_MANY_SIMULTANEOUS_QUERIES)\n`])
  await expect(rows('SELECT 1', 'jobs late')).rejects.toMatchObject({ code: '202' })
  expect(await rows('SELECT 1 AS a', 'pages')).toEqual([{ a: 1 }])
  controller.abort()
  await Promise.all(line)
  await client.command({ query: "KILL QUERY WHERE Settings['log_comment'] = 'jobs busy'" })
  await Promise.all(busy)
  expect(await rows('SELECT 1 AS a', 'jobs after')).toEqual([{ a: 1 }])
})

test('twenty, and two hundred, queries at once get their own answers', async () => {
  for (const count of [20, 200]) {
    const answers = await Promise.all(
      Array.from({ length: count }, async (_, index) => {
        const result = await client.query({
          query:
            "SELECT {i:UInt32} AS i, {s:String} AS s, getSetting('log_comment') AS c, count() AS n FROM t WHERE k < {i:UInt32}",
          query_params: { i: index, s: `s'${index}` },
          clickhouse_settings: { log_comment: `pages q${index}` },
          format: 'JSONEachRow',
        })
        return (await result.json())[0]
      }),
    )
    expect(answers).toEqual(answers.map((_, i) => ({ i, s: `s'${i}`, c: `pages q${i}`, n: i })))
  }
})

test('a page is answered while jobs run; its times are printed', async () => {
  const ask = async () => {
    const started = performance.now()
    expect(await rows('SELECT count() AS n FROM t WHERE v % 7 = 3', 'pages small')).toHaveLength(1)
    return performance.now() - started
  }
  const times = async () => {
    const all: number[] = []
    for (let index = 0; index < 40; index += 1) all.push(await ask())
    all.sort((a, b) => a - b)
    return `p50 ${all[20]?.toFixed(1)} ms, p95 ${all[38]?.toFixed(1)} ms`
  }
  const idle = await times()
  const jobs = [1, 2].map(() => rows(ENDLESS, 'jobs long').catch((error: unknown) => error))
  await expect.poll(() => running('jobs long')).toBe(2)
  console.log(`a page alone: ${idle}; beside two jobs: ${await times()}`)
  await client.command({ query: "KILL QUERY WHERE Settings['log_comment'] = 'jobs long'" })
  await Promise.all(jobs)
})
