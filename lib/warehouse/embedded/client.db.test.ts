import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { gunzipSync, gzipSync } from 'node:zlib'
import { ClickHouseError, type ClickHouseClient } from '@clickhouse/client'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
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

const rowsOf = async (query: string) => (await client.query({ query, format: 'JSONEachRow' })).json()

const ask = (query: string, init: RequestInit = {}) =>
  fetch(`http://127.0.0.1:${server.server.port}/?${query}`, {
    method: 'POST',
    ...init,
    headers: { 'X-ClickHouse-Key': server.server.password, ...init.headers },
  })

describe('the official client', () => {
  test('pings in both ways', async () => {
    expect(await client.ping()).toEqual({ success: true })
    expect(await client.ping({ select: true })).toEqual({ success: true })
  })

  test('reads every usual format', async () => {
    const query = "SELECT number AS n, concat('s', toString(number)) AS s FROM numbers(150000)"
    for (const format of ['JSON', 'JSONCompact', 'JSONEachRow', 'JSONCompactEachRow'] as const) {
      const all = await (await client.query({ query, format })).json()
      const rows = Array.isArray(all) ? all : (all as { data: unknown[] }).data
      expect([format, rows.length]).toEqual([format, 150_000])
    }
    const csv = await (await client.query({ query, format: 'CSVWithNames' })).text()
    expect(csv.split('\n').filter((line) => line === '"n","s"')).toHaveLength(1)
    expect(csv.split('\n')).toHaveLength(150_002)
  })

  test('reads binary formats byte for byte', async () => {
    const query = "SELECT toUInt8(number) AS a, unhex('00FF0A27') AS s FROM numbers(256) FORMAT RowBinary"
    const { stream } = await client.exec({ query })
    const chunks: Buffer[] = []
    for await (const chunk of stream) chunks.push(chunk as Buffer)
    const one = (a: number) => Buffer.from([a, 4, 0x00, 0xff, 0x0a, 0x27])
    expect(Buffer.concat(chunks)).toEqual(Buffer.concat(Array.from({ length: 256 }, (_, a) => one(a))))
  })

  test('an empty result is a result', async () => {
    expect(await rowsOf('SELECT 1 WHERE 0')).toEqual([])
    const json = await (await client.query({ query: 'SELECT 1 AS a WHERE 0', format: 'JSON' })).json()
    expect(json).toMatchObject({ data: [], rows: 0, meta: [{ name: 'a' }] })
  })

  test('runs every kind of statement that answers', async () => {
    await client.command({
      query: 'CREATE TABLE IF NOT EXISTS kinds (a UInt8) ENGINE = MergeTree ORDER BY a',
    })
    expect(await rowsOf("SHOW TABLES LIKE 'kinds'")).toEqual([{ name: 'kinds' }])
    expect(await rowsOf('DESCRIBE TABLE kinds')).toMatchObject([{ name: 'a', type: 'UInt8' }])
    expect(await rowsOf('EXISTS kinds')).toEqual([{ result: 1 }])
    expect(await rowsOf('EXPLAIN SELECT 1')).not.toEqual([])
    expect(await rowsOf('WITH 2 AS x SELECT x -- a comment')).toEqual([{ x: 2 }])
    expect(await rowsOf('(SELECT 1 AS a) UNION ALL (SELECT 1)')).toEqual([{ a: 1 }, { a: 1 }])
    expect(
      await rowsOf('SELECT (SELECT max(number) FROM numbers(10)) AS a SETTINGS max_threads = 1'),
    ).toEqual([{ a: 9 }])
    const { stream } = await client.exec({ query: 'SELECT 1, 2' })
    expect(await text(stream)).toBe('1\t2\n')
    const described = await client.exec({ query: 'SHOW CREATE TABLE kinds FORMAT TSVRaw' })
    expect(await text(described.stream)).toContain('ENGINE = MergeTree')
  })

  test('says which query it was and how many rows were written', async () => {
    await client.command({
      query: 'CREATE TABLE IF NOT EXISTS said (a UInt32) ENGINE = MergeTree ORDER BY a',
    })
    const values = Array.from({ length: 1234 }, (_, a) => ({ a }))
    const said = await client.insert({ table: 'said', values, format: 'JSONEachRow', query_id: 'mine' })
    expect(said.query_id).toBe('mine')
    expect(said.response_headers?.['x-clickhouse-query-id']).toBe('mine')
    expect(said.summary?.written_rows).toBe('1234')
  })
})

describe('inserts', () => {
  beforeEach(async () => {
    await client.command({
      query:
        'CREATE OR REPLACE TABLE t (id UInt64, s String, at Nullable(DateTime64(3))) ENGINE = MergeTree ORDER BY id',
    })
  })
  const count = async () => (await rowsOf('SELECT count() AS n, sum(id) AS ids FROM t')) as unknown

  test('of an array, with every character', async () => {
    const values = [
      { id: 1, s: 'q\'uo"te \\ \n\t\0 ünï 🙂', at: '2026-01-02 03:04:05.678' },
      { id: 2, s: '', at: null },
    ]
    await client.insert({ table: 't', values, format: 'JSONEachRow' })
    expect(await rowsOf('SELECT * FROM t ORDER BY id')).toEqual(values)
  })

  test('of a large array at once', async () => {
    const values = Array.from({ length: 200_000 }, (_, id) => ({ id, s: `héllo "${id}"` }))
    await client.insert({ table: 't', values, format: 'JSONEachRow' })
    expect(await count()).toEqual([{ n: 200_000, ids: 19_999_900_000 }])
  })

  test('of a stream of objects', async () => {
    async function* rows() {
      for (let id = 0; id < 50_000; id += 1) yield { id, s: 'x' }
    }
    await client.insert({ table: 't', values: Readable.from(rows()), format: 'JSONEachRow' })
    expect(await count()).toEqual([{ n: 50_000, ids: 1_249_975_000 }])
  })

  test('of named columns, of CSV text, and of nothing', async () => {
    await client.insert({
      table: 't',
      columns: ['s', 'id'],
      values: [['a', 5]],
      format: 'JSONCompactEachRow',
    })
    await client.insert({
      table: 't',
      values: Readable.from(['6,"b;c",\\N\n', '7,"d\n"""', ',\\N\n'], { objectMode: false }),
      format: 'CSV',
    })
    await client.insert({ table: 't', values: [], format: 'JSONEachRow' })
    expect(await rowsOf('SELECT id, s FROM t ORDER BY id')).toEqual([
      { id: 5, s: 'a' },
      { id: 6, s: 'b;c' },
      { id: 7, s: 'd\n"' },
    ])
  })

  test('with the rows inside the statement', async () => {
    await client.command({ query: "INSERT INTO t VALUES (1, 'a;b', NULL), (2, concat('c', 'd'), now64(3));" })
    await client.command({
      query: 'INSERT INTO t (id, s) FORMAT JSONEachRow {"id": 3, "s": "it\'s"}\n{"id": 4, "s": ";"}',
    })
    await client.command({ query: 'INSERT INTO t (id) SELECT number + 5 FROM numbers(2)' })
    expect(await rowsOf('SELECT id, s FROM t ORDER BY id')).toEqual([
      { id: 1, s: 'a;b' },
      { id: 2, s: 'cd' },
      { id: 3, s: "it's" },
      { id: 4, s: ';' },
      { id: 5, s: '' },
      { id: 6, s: '' },
    ])
  })

  test('of binary rows', async () => {
    const body = Buffer.from([9, 0, 0, 0, 0, 0, 0, 0, 3, 0x00, 0xff, 0x0a])
    const answer = await ask('query=INSERT+INTO+t+(id,s)+FORMAT+RowBinary', { body })
    expect(answer.status).toBe(200)
    expect(await rowsOf('SELECT id, hex(s) AS s FROM t')).toEqual([{ id: 9, s: '00FF0A' }])
  })

  test('in a compressed body', async () => {
    const compressing = server.connect({ compression: { request: true } })
    const values = Array.from({ length: 30_000 }, (_, id) => ({ id, s: 'y' }))
    await compressing.insert({ table: 't', values, format: 'JSONEachRow' })
    await compressing.close()
    expect(await count()).toEqual([{ n: 30_000, ids: 449_985_000 }])
  })

  test('of a row of the wrong type: nothing is stored, and the error says where', async () => {
    const values = [...Array.from({ length: 100 }, (_, id) => ({ id, s: 'x' })), { id: 'x', s: 'x' }]
    const error = await client
      .insert({ table: 't', values, format: 'JSONEachRow' })
      .catch((caught: unknown) => caught)
    expect(error).toBeInstanceOf(ClickHouseError)
    expect(error).toMatchObject({ code: '27', type: 'CANNOT_PARSE_INPUT_ASSERTION_FAILED' })
    expect(String(error)).toContain('row 101')
    expect(String(error)).not.toContain(server.dir)
    expect(await count()).toEqual([{ n: 0, ids: 0 }])
  })

  test('a large insert that fails early is still answered with its error', async () => {
    async function* rows() {
      yield { id: 'x' }
      for (let id = 0; id < 300_000; id += 1) yield { id, s: 'x'.repeat(20) }
    }
    const values = Readable.from(rows())
    await expect(client.insert({ table: 't', values, format: 'JSONEachRow' })).rejects.toThrow(
      /Cannot parse|EPIPE|ECONNRESET/,
    )
    await expect(
      client.insert({ table: 'missing', values: [{ a: 1 }], format: 'JSONEachRow' }),
    ).rejects.toMatchObject({
      code: '60',
    })
    expect(await count()).toEqual([{ n: 0, ids: 0 }])
  })
})

describe('answers are compressed', () => {
  test('when the client asks for it', async () => {
    const compressing = server.connect({ compression: { response: true } })
    const result = await compressing.query({
      query: 'SELECT number FROM numbers(300000)',
      format: 'JSONEachRow',
    })
    expect(result.response_headers['content-encoding']).toBe('gzip')
    expect(await result.json()).toHaveLength(300_000)
    await expect(compressing.query({ query: 'SELECT nope' })).rejects.toMatchObject({ code: '47' })
    await compressing.close()
  })

  test('and only then', async () => {
    const headers = { 'Accept-Encoding': 'gzip' }
    expect((await ask('', { headers, body: 'SELECT 1' })).headers.get('content-encoding')).toBeNull()
    const packed = await ask('enable_http_compression=1', { headers, body: 'SELECT 1' })
    expect(packed.headers.get('content-encoding')).toBe('gzip')
    expect(await packed.text()).toBe('1\n')
  })
})

describe('errors are typed, with a fitting status', () => {
  test.each([
    ['SELECT bogus', '47', 'UNKNOWN_IDENTIFIER', 404],
    ['SELECT * FROM missing', '60', 'UNKNOWN_TABLE', 404],
    ['SELECT * FROM missing.t', '81', 'UNKNOWN_DATABASE', 404],
    ['SELECT FROM WHERE', '62', 'SYNTAX_ERROR', 400],
    ["SELECT 'open", '62', 'SYNTAX_ERROR', 400],
    ['SELECT 1; SELECT 2', '62', 'SYNTAX_ERROR', 400],
    ['', '62', 'SYNTAX_ERROR', 400],
    ["SELECT toUInt8('x')", '6', 'CANNOT_PARSE_TEXT', 400],
    [
      'SELECT groupArray(number) FROM numbers(100000000) SETTINGS max_memory_usage = 100000000',
      '241',
      'MEMORY_LIMIT_EXCEEDED',
      500,
    ],
    [
      'SELECT sleepEachRow(1) FROM numbers(9) SETTINGS max_execution_time = 1, max_block_size = 1',
      '159',
      'TIMEOUT_EXCEEDED',
      408,
    ],
    ['SELECT 1 SETTINGS bogus = 1', '115', 'UNKNOWN_SETTING', 404],
    ['SELECT 1 FORMAT Bogus', '73', 'UNKNOWN_FORMAT', 404],
  ])('%s', async (query, code, type, status) => {
    const answer = await ask('', { body: query })
    const body = await answer.text()
    expect([answer.status, answer.headers.get('x-clickhouse-exception-code')]).toEqual([status, code])
    expect(body).toMatch(new RegExp(`^Code: ${code}\\. DB::Exception: .*\\(${type}\\)\\n$`, 's'))
    if (query === '') return
    const error = await client.exec({ query }).catch((caught: unknown) => caught)
    expect(error).toBeInstanceOf(ClickHouseError)
    expect(error).toMatchObject({ code, type: type === 'SYNTAX_ERROR' ? expect.any(String) : type })
  })

  test('an unknown setting or database of the client', async () => {
    await expect(
      client.query({ query: 'SELECT 1', clickhouse_settings: { bogus: 1 } }),
    ).rejects.toMatchObject({
      code: '115',
    })
    const elsewhere = server.connect({ url: server.server.url('missing') })
    await expect(elsewhere.query({ query: 'SELECT 1' })).rejects.toMatchObject({ code: '81' })
    await elsewhere.close()
  })

  test('what is not supported says so and is not ignored', async () => {
    await expect(client.query({ query: 'SELECT 1', session_id: 's' })).rejects.toMatchObject({ code: '48' })
    await expect(client.query({ query: 'SELECT 1', role: 'r' })).rejects.toMatchObject({ code: '48' })
    expect((await ask('compress=1', { body: 'SELECT 1' })).status).toBe(501)
    expect((await ask('', { body: 'SELECT 1', headers: { 'Content-Encoding': 'lz4' } })).status).toBe(501)
  })
})

describe('the door', () => {
  test('a wrong password and a missing one are refused, with or without a good query', async () => {
    const wrong = server.connect({
      url: server.server.url('default').replace(server.server.password, 'wrong'),
    })
    await expect(wrong.query({ query: 'SELECT 1' })).rejects.toMatchObject({
      code: '516',
      type: 'AUTHENTICATION_FAILED',
    })
    await wrong.close()
    for (const headers of [
      { 'X-ClickHouse-Key': '' },
      { 'X-ClickHouse-Key': `${server.server.password} ` + 'x' },
    ]) {
      const answer = await ask('', { body: 'SELECT 1', headers })
      expect([answer.status, answer.headers.get('x-clickhouse-exception-code')]).toEqual([401, '516'])
    }
  })

  test('it listens on loopback alone', async () => {
    const listening = await text(Readable.from(await listeningAddresses(server.server.port)))
    expect(listening).toBe('127.0.0.1')
  })

  test('GET reads and does not write', async () => {
    const read = await ask('query=SELECT+1', { method: 'GET' })
    expect([read.status, await read.text()]).toEqual([200, '1\n'])
    const write = await ask('query=CREATE+DATABASE+got', { method: 'GET' })
    expect([write.status, write.headers.get('x-clickhouse-exception-code')]).toEqual([403, '164'])
    expect(await rowsOf("SELECT name FROM system.databases WHERE name = 'got'")).toEqual([])
  })

  test('a truncated gzip body is an error and stores nothing', async () => {
    await client.command({ query: 'CREATE OR REPLACE TABLE cut (a UInt64) ENGINE = MergeTree ORDER BY a' })
    const whole = gzipSync(Buffer.from('{"a":1}\n'.repeat(100_000)))
    expect(gunzipSync(whole)).toHaveLength(800_000)
    const init = { headers: { 'Content-Encoding': 'gzip' } }
    for (const body of [whole.subarray(0, whole.length / 2), Buffer.from('no gzip')]) {
      const answer = await ask('query=INSERT+INTO+cut+FORMAT+JSONEachRow', { ...init, body })
      expect([answer.status, answer.headers.get('x-clickhouse-exception-code')]).toEqual([400, '354'])
    }
    expect(await rowsOf('SELECT count() AS n FROM cut')).toEqual([{ n: 0 }])
  })
})

/** The local addresses with a listening socket on this port (Linux; elsewhere what is expected). */
async function listeningAddresses(port: number): Promise<string[]> {
  if (process.platform !== 'linux') return ['127.0.0.1']
  const { readFile } = await import('node:fs/promises')
  const lines = (
    await Promise.all(['tcp', 'tcp6'].map((name) => readFile(`/proc/net/${name}`, 'utf8')))
  ).join('\n')
  const suffix = `:${port.toString(16).toUpperCase().padStart(4, '0')}`
  return lines
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter((fields) => fields[1]?.endsWith(suffix) && fields[3] === '0A')
    .map((fields) => (fields[1]?.startsWith('0100007F') ? '127.0.0.1' : String(fields[1])))
}
