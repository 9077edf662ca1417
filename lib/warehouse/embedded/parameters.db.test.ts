import { TupleParam, type ClickHouseClient } from '@clickhouse/client'
import fc from 'fast-check'
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

async function echo(type: string, value: unknown, multipart = false): Promise<unknown> {
  const result = await client.query({
    query: `SELECT {v:${type}} AS v`,
    query_params: { v: value },
    format: 'JSONEachRow',
    clickhouse_settings: { output_format_json_quote_64bit_integers: 1 },
    use_multipart_params: multipart,
  })
  const [row] = await result.json<{ v: unknown }>()
  return row?.v
}

test.each<[string, unknown, unknown]>([
  ['String', '', ''],
  ['String', 'q\'uo"te \\ back\n\r\ttab \b\f ünï 名 🙂', 'q\'uo"te \\ back\n\r\ttab \b\f ünï 名 🙂'],
  ['String', 'nul\0byte', 'nul\0byte'],
  ['String', "'; DROP TABLE t; --", "'; DROP TABLE t; --"],
  ['String', '\\N', '\\N'],
  ['UInt8', 255, 255],
  ['Int32', -7, -7],
  ['UInt64', '18446744073709551615', '18446744073709551615'],
  ['UInt64', 9007199254740993n, '9007199254740993'],
  ['Float64', 1.5e-7, 1.5e-7],
  ['Bool', true, true],
  ['Bool', false, false],
  ['Date', '2026-02-28', '2026-02-28'],
  ["DateTime64(3, 'UTC')", new Date('2026-01-02T03:04:05.678Z'), '2026-01-02 03:04:05.678'],
  ['UUID', '61f0c404-5cb3-11e7-907b-a6006ad3dba0', '61f0c404-5cb3-11e7-907b-a6006ad3dba0'],
  ['Nullable(String)', null, null],
  ['Nullable(String)', 'NULL', 'NULL'],
  ['Nullable(UInt32)', 5, 5],
  ['Array(String)', ["x'y", 'z,\\', '', 'a\nb'], ["x'y", 'z,\\', '', 'a\nb']],
  ['Array(Nullable(Int8))', [1, null], [1, null]],
  ['Array(Array(UInt8))', [[1], []], [[1], []]],
  ['Array(String)', [], []],
  ['Map(String, UInt8)', { "k'": 1 }, { "k'": 1 }],
  ['Tuple(UInt8, String)', new TupleParam([1, "a'"]), [1, "a'"]],
])('a parameter of type %s arrives unchanged (case %#)', async (type, value, expected) => {
  expect(await echo(type, value)).toEqual(expected)
})

test('any string arrives unchanged, alone and in an array', async () => {
  const strings = fc.array(fc.string({ unit: 'binary', maxLength: 40 }), { maxLength: 20 })
  await fc.assert(
    fc.asyncProperty(strings, async (values) => {
      const whole = values.map((value) => value.toWellFormed())
      expect(await echo('Array(String)', whole)).toEqual(whole)
      expect(await echo('String', whole.join('\0'))).toBe(whole.join('\0'))
    }),
    { numRuns: 60 },
  )
})

test('characters that mean something to SQL, to tab-separated text or to an address arrive unchanged', async () => {
  const unit = fc.constantFrom(...'\'"\\`\n\r\t\0\b{}[](),:;%&=+#?/ $-*N0abnrtx')
  await fc.assert(
    fc.asyncProperty(fc.string({ unit, maxLength: 12 }), async (value) => {
      expect(await echo('String', value)).toBe(value)
      expect(await echo('Map(String, Array(String))', { [value]: [value] })).toEqual({ [value]: [value] })
    }),
    { numRuns: 120 },
  )
})

test('five thousand UInt64 fit into the address, and many more into a form', async () => {
  const ids = (count: number) => Array.from({ length: count }, (_, index) => 2n ** 63n + BigInt(index))
  for (const [count, multipart] of [
    [5000, false],
    [40_000, false],
    [200_000, true],
  ] as const)
    expect(await echo('Array(UInt64)', ids(count), multipart)).toEqual(ids(count).map(String))
})

test('an address of more than a mebibyte is refused and the next query works', async () => {
  await expect(echo('String', 'x'.repeat(1_100_000))).rejects.toThrow()
  expect(await echo('String', 'x'.repeat(1_000_000))).toBe('x'.repeat(1_000_000))
})

test('identifiers can be parameters', async () => {
  const result = await client.query({
    query: 'SELECT {column:Identifier} AS v FROM {database:Identifier}.{table:Identifier}',
    query_params: { column: 'dummy', database: 'system', table: 'one' },
    format: 'JSONEachRow',
  })
  expect(await result.json()).toEqual([{ v: 0 }])
})

test('parameters work in every kind of statement', async () => {
  await client.command({
    query: 'CREATE OR REPLACE TABLE p (a UInt64, s String) ENGINE = MergeTree ORDER BY a',
  })
  const query_params = { a: 7, s: "it's\t'); DROP TABLE p; --" }
  await client.command({
    query: 'INSERT INTO p VALUES ({a:UInt64}, {s:String}), (8, upper({s:String}))',
    query_params,
  })
  await client.command({ query: 'INSERT INTO p SELECT {a:UInt64} + 2, {s:String}', query_params })
  const rows = await client.query({
    query: 'SELECT * FROM p WHERE a >= {a:UInt64} ORDER BY a',
    query_params,
    format: 'JSONEachRow',
  })
  expect(await rows.json()).toEqual([
    { a: 7, s: query_params.s },
    { a: 8, s: query_params.s.toUpperCase() },
    { a: 9, s: query_params.s },
  ])
  await client.command({
    query: 'ALTER TABLE p DELETE WHERE s = {s:String}',
    query_params,
    clickhouse_settings: { mutations_sync: '1' },
  })
  const left = await client.query({ query: 'SELECT count() AS n FROM p', format: 'JSONEachRow' })
  expect(await left.json()).toEqual([{ n: 1 }])
})

test('names of parameters and settings that are not names are refused', async () => {
  const ask = (field: string) =>
    fetch(`http://127.0.0.1:${server.server.port}/?${field}`, {
      method: 'POST',
      headers: { 'X-ClickHouse-Key': server.server.password },
      body: 'SELECT 1',
    })
  for (const name of ['a b', '1a', "a'", 'a = 1, max_threads', 'ä', '']) {
    const parameter = await ask(new URLSearchParams({ [`param_${name}`]: '1' }).toString())
    expect([parameter.status, parameter.headers.get('x-clickhouse-exception-code')]).toEqual([400, '36'])
    const setting = await ask(new URLSearchParams({ [`${name}`]: '1' }).toString())
    expect([setting.status, setting.headers.get('x-clickhouse-exception-code')]).toEqual([404, '115'])
  }
})

test('a missing parameter and one of the wrong type are errors', async () => {
  await expect(client.query({ query: 'SELECT {v:String}' })).rejects.toMatchObject({ code: '456' })
  await expect(echo('UInt8', 'x')).rejects.toMatchObject({ type: 'BAD_QUERY_PARAMETER' })
})
