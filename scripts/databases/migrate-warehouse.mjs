// Brings a ClickHouse, embedded or a server, to the schema of lib/warehouse/migrations.
import { createHash } from 'node:crypto'
import { readFile, readdir } from 'node:fs/promises'
import path from 'node:path'
import { ClickHouseLogLevel, createClient } from '@clickhouse/client'

const MIGRATIONS = path.resolve(import.meta.dirname, '../../lib/warehouse/migrations')

/** TABLE_ALREADY_EXISTS, DATABASE_ALREADY_EXISTS: another process that migrates was a moment faster. */
const MADE_BY_ANOTHER = ['57', '82']

/**
 * Creates the database named in the address if it is missing and applies the files `NNNN_name.sql` that it
 * does not have yet, in order. Every statement in them is one that may run twice (`CREATE … IF NOT EXISTS`):
 * two processes may migrate at once, and a file that failed half-way is simply applied again.
 *
 * In the files `{on_cluster}` and `{replicated}` become empty, or `ON CLUSTER '<cluster>'` and `Replicated`.
 *
 * @param {{ url: string, dir?: string, cluster?: string }} options
 * @returns {Promise<string[]>} the names of the files applied now
 */
export async function migrateWarehouse({ url, dir = MIGRATIONS, cluster }) {
  const address = new URL(url)
  // As the official client reads it: not decoded.
  const database = address.pathname.slice(1) || 'default'
  const fill = (/** @type {string} */ sql) =>
    sql
      .replaceAll('{on_cluster}', cluster ? `ON CLUSTER ${quoted(cluster, "'")}` : '')
      .replaceAll('{replicated}', cluster ? 'Replicated' : '')

  await withClient(new URL('/default', address), (run) =>
    run(fill(`CREATE DATABASE IF NOT EXISTS ${quoted(database, '`')} {on_cluster}`)),
  )
  return withClient(address, async (run, client) => {
    await run(fill(SCHEMA_MIGRATIONS))
    const applied = await appliedChecksums(client)
    const done = []
    for (const migration of await readMigrations(dir)) {
      const checksum = applied.get(migration.name)
      if (checksum !== undefined) {
        if (checksum !== migration.checksum)
          console.warn(`Migration ${migration.name} was changed after it was applied.`)
        continue
      }
      for (const [index, statement] of splitStatements(migration.sql).entries()) {
        await run(fill(statement)).catch((cause) => {
          throw new Error(`Migration ${migration.name}, statement ${index + 1}: ${cause.message}`, { cause })
        })
      }
      await client.command({
        query: 'INSERT INTO schema_migrations SELECT {name:String}, {checksum:String}, now64(3)',
        query_params: { name: migration.name, checksum: migration.checksum },
      })
      done.push(migration.name)
    }
    return done
  })
}

// Two processes that migrate at once both write their row; the names are read as a set.
const SCHEMA_MIGRATIONS = `
CREATE TABLE IF NOT EXISTS schema_migrations {on_cluster} (
  name String,
  checksum String COMMENT 'SHA-256 of the file',
  applied_at DateTime64(3, 'UTC')
)
ENGINE = {replicated}MergeTree
ORDER BY name
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1`

/**
 * The statements of a file: each ends with a line that ends in a semicolon.
 *
 * @param {string} sql
 */
export function splitStatements(sql) {
  const statements = []
  let lines = /** @type {string[]} */ ([])
  for (const line of sql.split(/\r?\n/)) {
    if (line.trim() === '' || line.trimStart().startsWith('--')) continue
    lines.push(line)
    if (!line.trimEnd().endsWith(';')) continue
    statements.push(lines.join('\n').trimEnd().slice(0, -1))
    lines = []
  }
  return lines.length > 0 ? [...statements, lines.join('\n')] : statements
}

/** @typedef {import('@clickhouse/client').ClickHouseClient} ClickHouseClient */

/**
 * @template Result
 * @param {URL} url
 * @param {(run: (sql: string) => Promise<void>, client: ClickHouseClient) => Promise<Result>} work
 * @returns {Promise<Result>}
 */
async function withClient(url, work) {
  const client = createClient({ url, request_timeout: 300_000, log: { level: ClickHouseLogLevel.OFF } })
  const run = async (/** @type {string} */ query) => {
    try {
      await client.command({ query })
    } catch (error) {
      if (!MADE_BY_ANOTHER.includes(Object(error).code)) throw error
    }
  }
  try {
    return await work(run, client)
  } finally {
    await client.close()
  }
}

/** @param {ClickHouseClient} client */
async function appliedChecksums(client) {
  const result = await client.query({
    query: 'SELECT name, argMax(checksum, applied_at) AS checksum FROM schema_migrations GROUP BY name',
    format: 'JSONEachRow',
  })
  const rows = /** @type {{ name: string, checksum: string }[]} */ (await result.json())
  return new Map(rows.map((row) => [row.name, row.checksum]))
}

/** @param {string} dir */
async function readMigrations(dir) {
  const names = (await readdir(dir)).filter((name) => /^\d{4}_.+\.sql$/.test(name)).sort()
  return Promise.all(
    names.map(async (file) => {
      const sql = await readFile(path.join(dir, file), 'utf8')
      return { name: file.slice(0, -4), sql, checksum: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

/**
 * @param {string} name
 * @param {'`' | "'"} quote
 */
const quoted = (name, quote) => quote + name.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`) + quote
