import { once } from 'node:events'
import net from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import type { ClickHouseClient } from '@clickhouse/client'
import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { startServerForTests, type ServerForTests } from './testing-server'

let server: ServerForTests
let client: ClickHouseClient

beforeAll(async () => {
  server = await startServerForTests()
  client = server.connect()
  await client.command({ query: 'CREATE TABLE t (a UInt64) ENGINE = MergeTree ORDER BY a' })
})
afterAll(async () => {
  await client.close()
  await server.stop()
})

/** After whatever was done to it the server answers, and has nothing left running. */
afterEach(async () => {
  expect(server.server.child.exitCode).toBeNull()
  const result = await client.query({ query: 'SELECT 1 AS a', format: 'JSONEachRow' })
  expect(await result.json()).toEqual([{ a: 1 }])
  await expect
    .poll(
      async () => {
        const left = await client.query({
          query: 'SELECT count() AS n FROM system.processes',
          format: 'JSONEachRow',
        })
        return left.json()
      },
      { timeout: 15_000 },
    )
    .toEqual([{ n: 1 }])
})

/** Sends bytes as they are and gives what came back until the connection closed, or after a while. */
async function raw(bytes: string | Buffer, wait = 300): Promise<string> {
  const socket = net.connect(server.server.port, '127.0.0.1')
  let answer = ''
  socket.on('data', (chunk) => (answer += chunk.toString()))
  socket.on('error', () => {})
  const closed = new Promise((resolve) => socket.once('close', resolve))
  await once(socket, 'connect')
  socket.write(bytes)
  await Promise.race([closed, delay(wait)])
  socket.destroy()
  return answer
}

const head = (path: string, more = '') =>
  `POST ${path} HTTP/1.1\r\nHost: x\r\nX-ClickHouse-Key: ${server.server.password}\r\n${more}\r\n`

test('what is not HTTP is refused', async () => {
  expect(await raw('\0\x01\x02 garbage\r\n\r\n')).toContain('400 Bad Request')
  expect(await raw('GET / HTTP/9.9\r\n\r\n')).toMatch(/400|505/)
  expect(await raw('')).toBe('')
  expect(await raw(`GET /${'x'.repeat(1_300_000)} HTTP/1.1\r\n\r\n`)).toContain('431')
  expect(
    await raw(
      `POST /?a=${'x'.repeat(1_060_000)} HTTP/1.1\r\nHost: x\r\nX-ClickHouse-Key: ${server.server.password}\r\n\r\n`,
    ),
  ).toContain('414')
})

test('unknown paths, methods and broken escapes are answered', async () => {
  expect(await raw(head('/nowhere'))).toContain('404')
  expect(await raw(head('//evil/path'))).toMatch(/40[04]/)
  expect(await raw(head('/?query=%ZZ%', 'Content-Length: 0\r\n'))).toContain(
    'X-ClickHouse-Exception-Code: 62',
  )
  expect(await raw(head('/?database=%00%60%3B+DROP', 'Content-Length: 8\r\n') + 'SELECT 1')).toMatch(
    /Exception-Code: (81|62)/,
  )
  expect(
    await raw(
      `DELETE / HTTP/1.1\r\nHost: x\r\nX-ClickHouse-Key: ${server.server.password}\r\nContent-Length: 8\r\n\r\nSELECT 1`,
    ),
  ).toContain('200 OK')
})

test('bodies that never come or never end hold no query', async () => {
  await raw(head('/', 'Content-Length: 1000000\r\n') + 'SELECT 1', 100)
  await raw(
    head('/?query=INSERT+INTO+t+FORMAT+JSONEachRow', 'Content-Length: 1000000\r\n') + '{"a":1}\n',
    100,
  )
  await raw(
    head('/?query=INSERT+INTO+t+FORMAT+JSONEachRow', 'Transfer-Encoding: chunked\r\n') +
      '8\r\n{"a":1}\n\r\nZZ\r\n',
    200,
  )
  const rows = await client.query({ query: 'SELECT count() AS n FROM t', format: 'JSONEachRow' })
  expect(await rows.json()).toEqual([{ n: 0 }])
})

test('a query text of more than 64 MiB is refused', async () => {
  const answer = await fetch(`http://127.0.0.1:${server.server.port}/`, {
    method: 'POST',
    headers: { 'X-ClickHouse-Key': server.server.password },
    body: `SELECT '${'x'.repeat(65 * 1024 ** 2)}'`,
  }).catch((error: unknown) => error)
  if (answer instanceof Response) expect(answer.status).toBe(413)
})

test('forms that are no forms are errors', async () => {
  const post = (type: string, body: string) =>
    fetch(`http://127.0.0.1:${server.server.port}/`, {
      method: 'POST',
      headers: { 'X-ClickHouse-Key': server.server.password, 'Content-Type': type },
      body,
    })
  for (const [type, body] of [
    ['multipart/form-data', 'SELECT 1'],
    ['multipart/form-data; boundary=x', 'no form'],
    [
      'multipart/form-data; boundary=x',
      '--x\r\nContent-Disposition: form-data; name="query"\r\n\r\nSELECT 1',
    ],
  ] as const)
    expect([type, body, (await post(type, body)).status >= 400]).toEqual([type, body, true])
})

test('connections dropped at any moment of reading and writing leave nothing behind', async () => {
  const query = "SELECT repeat('x', 100) FROM numbers(100000000) FORMAT TSV"
  await Promise.all(
    Array.from({ length: 40 }, async (_, index) => {
      await delay(index * 7)
      if (index % 2) return raw(head('/', `Content-Length: ${query.length}\r\n`) + query, index * 5)
      const insert = head(
        '/?query=INSERT+INTO+t+FORMAT+TSV&log_comment=ingest',
        'Transfer-Encoding: chunked\r\n',
      )
      return raw(`${insert}${'4\r\n1\n2\n\r\n'.repeat(index * 20)}`, index * 5)
    }),
  )
  await client.command({ query: 'TRUNCATE TABLE t' })
})

test('any text as a query is answered with a result or a typed error', async () => {
  const words =
    'SELECT INSERT INTO FORMAT VALUES FROM INFILE OUTFILE SETTINGS KILL QUERY WITH t JSON ( ) { } \' " ` ; -- /* */ $a$ \\ \0 1 , . ünï'
  const unit = fc.constantFrom(...words.split(' '), ' ', '\n')
  await fc.assert(
    fc.asyncProperty(fc.array(unit, { maxLength: 14 }), async (parts) => {
      const answer = await fetch(`http://127.0.0.1:${server.server.port}/?max_execution_time=2`, {
        method: 'POST',
        headers: { 'X-ClickHouse-Key': server.server.password },
        body: parts.join(' '),
      })
      const body = await answer.text()
      if (answer.status !== 200) expect(body).toMatch(/^Code: \d+\. DB::Exception: [^]*\([A-Z0-9_]+\)\n$/)
      expect(body).not.toContain('UNKNOWN_EXCEPTION')
      expect(body).not.toContain('Traceback')
    }),
    { numRuns: 400 },
  )
})
