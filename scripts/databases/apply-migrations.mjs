// Applies prisma/migrations as `prisma migrate deploy` does, without the native schema engine that the Prisma
// CLI downloads: the same `_prisma_migrations` rows, the same advisory lock, so the CLI can be used on the same
// database at any time.
import { createHash, randomUUID } from 'node:crypto'
import { readFile, readdir } from 'node:fs/promises'
import path from 'node:path'
import pg from 'pg'

const MIGRATIONS = path.resolve(import.meta.dirname, '../../prisma/migrations')

/** The key of the advisory lock that Prisma's schema engine takes. */
const PRISMA_ADVISORY_LOCK = 72707369

const CREATE_TABLE = `
CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id                  VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum            VARCHAR(64) NOT NULL,
  finished_at         TIMESTAMPTZ,
  migration_name      VARCHAR(255) NOT NULL,
  logs                TEXT,
  rolled_back_at      TIMESTAMPTZ,
  started_at          TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`

/**
 * Applies the migrations that the database does not have yet, in the order of their names.
 * @param {{ connectionString: string, dir?: string }} options
 * @returns {Promise<string[]>} the names of the migrations applied now
 * @throws when a migration fails, or failed earlier and was not resolved
 */
export async function applyMigrations({ connectionString, dir = MIGRATIONS }) {
  const migrations = await readMigrations(dir)
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [PRISMA_ADVISORY_LOCK])
    await client.query("SET client_min_messages = 'warning'")
    await client.query(CREATE_TABLE)
    const applied = await appliedChecksums(client)
    const done = []
    for (const migration of migrations) {
      const checksum = applied.get(migration.name)
      if (checksum === undefined) {
        await applyOne(client, migration)
        done.push(migration.name)
      } else if (checksum !== migration.checksum) {
        console.warn(`Migration ${migration.name} was changed after it was applied.`)
      }
    }
    return done
  } finally {
    await client.end()
  }
}

async function readMigrations(dir) {
  const entries = await readdir(dir, { withFileTypes: true }).catch((error) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(path.join(dir, name, 'migration.sql'), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

async function appliedChecksums(client) {
  const { rows } = await client.query(
    'SELECT migration_name, checksum, finished_at, logs FROM _prisma_migrations WHERE rolled_back_at IS NULL',
  )
  const failed = rows.find((row) => !row.finished_at)
  if (failed) {
    throw new Error(
      `Migration ${failed.migration_name} failed earlier; resolve it first.\n${failed.logs ?? ''}`.trim(),
    )
  }
  return new Map(rows.map((row) => [row.migration_name, row.checksum]))
}

async function applyOne(client, { name, sql, checksum }) {
  const id = randomUUID()
  await client.query('INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ($1, $2, $3)', [
    id,
    checksum,
    name,
  ])
  try {
    // Without parameters the simple protocol runs the whole script as one transaction.
    await client.query(sql)
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {})
    await client.query('UPDATE _prisma_migrations SET logs = $2 WHERE id = $1', [
      id,
      String(error.stack ?? error),
    ])
    throw new Error(`Migration ${name} failed: ${error.message}`, { cause: error })
  }
  await client.query(
    'UPDATE _prisma_migrations SET finished_at = clock_timestamp(), applied_steps_count = 1 WHERE id = $1',
    [id],
  )
}
