import { randomUUID } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createClient } from '@clickhouse/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { migrateWarehouse, splitStatements } from './migrate-warehouse.mjs'

let dir: string
let url: string

beforeEach(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'gravitas-migrations-'))
  const address = new URL(process.env.CLICKHOUSE_URL ?? '')
  address.pathname = `/migrations_${randomUUID().replaceAll('-', '')}`
  url = address.href
})
afterEach(async () => {
  const client = createClient({ url: new URL('/default', url).href })
  await client.command({ query: `DROP DATABASE IF EXISTS ${new URL(url).pathname.slice(1)}` })
  await client.close()
  await rm(dir, { recursive: true, force: true })
})

const write = (name: string, sql: string) => writeFile(path.join(dir, name), sql)

async function ask(query: string): Promise<unknown[]> {
  const client = createClient({ url })
  const result = await client.query({ query, format: 'JSONEachRow' })
  const rows = await result.json()
  await client.close()
  return rows
}

const FIRST = `-- Two tables; this comment ends in a semicolon;
CREATE TABLE IF NOT EXISTS a {on_cluster} (
  x UInt8 DEFAULT 1, -- one; two
  s String DEFAULT ';'
)
ENGINE = {replicated}MergeTree
ORDER BY x;

CREATE TABLE IF NOT EXISTS b {on_cluster} AS a;
`

test('makes the database and applies the files once, in the order of their numbers', async () => {
  await write('0002_more.sql', 'ALTER TABLE a ADD COLUMN IF NOT EXISTS y UInt8 DEFAULT 2;')
  await write('0001_tables.sql', FIRST)
  await write('notes.txt', 'not SQL')
  expect(await migrateWarehouse({ url, dir })).toEqual(['0001_tables', '0002_more'])
  expect(await migrateWarehouse({ url, dir })).toEqual([])
  await write('0003_last.sql', 'CREATE TABLE IF NOT EXISTS c AS a')
  expect(await migrateWarehouse({ url, dir })).toEqual(['0003_last'])
  expect(
    await ask('SELECT name FROM system.tables WHERE database = currentDatabase() ORDER BY name'),
  ).toEqual(['a', 'b', 'c', 'schema_migrations'].map((name) => ({ name })))
})

test('two processes may migrate at once', async () => {
  await write('0001_tables.sql', FIRST)
  await Promise.all(Array.from({ length: 4 }, () => migrateWarehouse({ url, dir })))
  expect(await ask('SELECT DISTINCT name FROM schema_migrations')).toEqual([{ name: '0001_tables' }])
  expect(await migrateWarehouse({ url, dir })).toEqual([])
})

test('a file changed after it was applied is told and not applied again', async () => {
  await write('0001_tables.sql', FIRST)
  await migrateWarehouse({ url, dir })
  await write('0001_tables.sql', `${FIRST}CREATE TABLE d AS a;`)
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
  expect(await migrateWarehouse({ url, dir })).toEqual([])
  expect(warn).toHaveBeenCalledWith('Migration 0001_tables was changed after it was applied.')
  warn.mockRestore()
})

test('a failing statement is named, and its file is applied again when it is repaired', async () => {
  await write('0001_tables.sql', `${FIRST}CREATE TABLE IF NOT EXISTS e (x Nonsense) ENGINE = Memory;`)
  await expect(migrateWarehouse({ url, dir })).rejects.toThrow('Migration 0001_tables, statement 3:')
  await write('0001_tables.sql', FIRST)
  expect(await migrateWarehouse({ url, dir })).toEqual(['0001_tables'])
})

test('statements end with a line that ends in a semicolon', () => {
  expect(splitStatements(FIRST)).toHaveLength(2)
  expect(splitStatements("SELECT ';'\n, 1;\r\n-- end;\nSELECT 2")).toEqual(["SELECT ';'\n, 1", 'SELECT 2'])
})

test('the schema of the repository applies to an empty database', async () => {
  expect((await migrateWarehouse({ url })).length).toBeGreaterThan(0)
  expect(await migrateWarehouse({ url })).toEqual([])
})
