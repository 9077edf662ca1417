import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { runMigrations } from 'graphile-worker'
import { applyMigrations } from '@/scripts/databases/apply-migrations.mjs'
import { startClickHouse } from '@/scripts/databases/clickhouse.mjs'
import { migrateWarehouse } from '@/scripts/databases/migrate-warehouse.mjs'
import { startPostgres } from '@/scripts/databases/postgres.mjs'

/**
 * Starts the databases of a test run in a temporary directory, or takes the servers that DATABASE_URL and
 * CLICKHOUSE_URL name, and migrates them. All test files share them: a test works in a workspace of its own.
 */
export default async function startTestServers() {
  const dir = await mkdtemp(path.join(tmpdir(), 'gravitas-test-'))
  const stops: (() => Promise<unknown>)[] = [() => rm(dir, { recursive: true, force: true })]
  const stop = async () => {
    for (const undo of stops.splice(0).reverse()) await undo()
  }
  try {
    await Promise.all([preparePostgres(dir, stops), prepareClickHouse(dir, stops)])
  } catch (error) {
    await stop()
    throw error
  }
  return stop
}

async function preparePostgres(dir: string, stops: (() => Promise<unknown>)[]) {
  if (!process.env.DATABASE_URL) {
    const postgres = await startPostgres({
      dir: path.join(dir, 'postgres'),
      settings: { fsync: 'off', max_connections: '200' },
      sync: false,
    })
    stops.push(() => postgres.stop())
    await postgres.createDatabase('gravitas')
    process.env.DATABASE_URL = postgres.url('gravitas')
  }
  await applyMigrations({ connectionString: process.env.DATABASE_URL })
  // Here and not in the tests: two of them that make the queue at once would be in each other's way.
  await runMigrations({ connectionString: process.env.DATABASE_URL })
}

async function prepareClickHouse(dir: string, stops: (() => Promise<unknown>)[]) {
  if (!process.env.CLICKHOUSE_URL) {
    const clickhouse = await startClickHouse({ dir: path.join(dir, 'clickhouse') })
    stops.push(() => clickhouse.stop())
    process.env.CLICKHOUSE_URL = clickhouse.url('gravitas')
  }
  await migrateWarehouse({ url: process.env.CLICKHOUSE_URL })
}
