import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { applyMigrations } from './apply-migrations.mjs'
import { startPostgres } from './postgres.mjs'
import { listMigrations, noFilters, openEngine } from './schema-engine.mjs'

let root: string
let server: Awaited<ReturnType<typeof startPostgres>>
let databases = 0
beforeAll(async () => {
  root = mkdtempSync(path.join(tmpdir(), 'gravitas-migrations-'))
  server = await startPostgres({ dir: path.join(root, 'postgres'), settings: { fsync: 'off' }, sync: false })
})
afterAll(async () => {
  await server.stop()
  rmSync(root, { recursive: true, force: true })
})

async function newDatabase() {
  const name = `try_${++databases}`
  await server.createDatabase(name)
  return server.url(name)
}

/** A folder of migrations, one for each SQL text. */
function migrations(...texts: string[]) {
  const dir = mkdtempSync(path.join(root, 'set-'))
  texts.forEach((sql, index) => {
    mkdirSync(path.join(dir, `${index + 1}_step`))
    writeFileSync(path.join(dir, `${index + 1}_step`, 'migration.sql'), sql)
  })
  return dir
}

async function ask(url: string, sql: string) {
  const client = new pg.Client(url)
  await client.connect()
  const { rows } = await client.query<Record<string, unknown>>(sql)
  await client.end()
  return rows
}

test('the migrations lead to schema.prisma, and Prisma accepts the history', async () => {
  const url = await newDatabase()
  await applyMigrations({ connectionString: url })
  const content = await readFile('prisma/schema.prisma', 'utf8')
  const files = [{ path: 'prisma/schema.prisma', content }]
  const engine = await openEngine(url, [['prisma/schema.prisma', content]])
  const migrationsList = await listMigrations(path.resolve('prisma/migrations'))
  const history = await engine.diagnoseMigrationHistory({
    migrationsList,
    optInToShadowDatabase: true,
    filters: noFilters,
  })
  expect(history).toEqual({
    editedMigrationNames: [],
    failedMigrationNames: [],
    hasMigrationsTable: true,
    history: null,
  })
  const { stdout } = await engine.diff({
    from: { tag: 'schemaDatasource', files, configDir: process.cwd() },
    to: { tag: 'schemaDatamodel', files },
    script: true,
    exitCode: true,
    filters: noFilters,
  })
  expect(stdout).toContain('empty migration')
  engine.free()
})

test('each migration is applied once, also by several processes at the same time', async () => {
  const connectionString = await newDatabase()
  const dir = migrations('CREATE TABLE a (n int)', 'INSERT INTO a VALUES (1)')
  const done = await Promise.all([1, 2, 3].map(() => applyMigrations({ connectionString, dir })))
  expect(done.flat()).toEqual(['1_step', '2_step'])
  expect(await applyMigrations({ connectionString, dir })).toEqual([])
  expect(await ask(connectionString, 'SELECT n FROM a')).toEqual([{ n: 1 }])
})

test('a migration is applied whole or not at all, and a failed one is named from then on', async () => {
  const connectionString = await newDatabase()
  const dir = migrations('CREATE TABLE a (n int)', 'INSERT INTO a VALUES (1); SELECT 1/0;')
  await expect(applyMigrations({ connectionString, dir })).rejects.toThrow('2_step failed: division by zero')
  await expect(applyMigrations({ connectionString, dir })).rejects.toThrow('2_step failed earlier')
  expect(await ask(connectionString, 'SELECT n FROM a')).toEqual([])
})

test('semicolons within a function body do not divide it', async () => {
  const connectionString = await newDatabase()
  const body = `CREATE FUNCTION two() RETURNS int LANGUAGE plpgsql AS $$ BEGIN PERFORM 1; RETURN 2; END; $$;`
  await applyMigrations({ connectionString, dir: migrations(body) })
  expect(await ask(connectionString, 'SELECT two()')).toEqual([{ two: 2 }])
})
