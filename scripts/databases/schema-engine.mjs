// Prisma's schema engine compiled to WebAssembly: the same Rust code as the native binary that the CLI downloads,
// driven through the pg driver adapter. For writing migrations and for tests, not for the running product.
import { readFile, readdir } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import pg from 'pg'
import { PrismaPg } from '@prisma/adapter-pg'
import { ColumnTypeEnum, bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'

const require = createRequire(import.meta.url)

let engineClass
globalThis.PRISMA_WASM_PANIC_REGISTRY = {
  message: '',
  set_message(m) {
    this.message = m
    console.error(m)
  },
}
async function loadEngineClass() {
  if (engineClass) return engineClass
  const runtime = await import('@prisma/schema-engine-wasm/schema_engine_bg')
  const dir = path.dirname(require.resolve('@prisma/schema-engine-wasm'))
  const wasm = await WebAssembly.compile(await readFile(path.join(dir, 'schema_engine_bg.wasm')))
  const instance = await WebAssembly.instantiate(wasm, { './schema_engine_bg.js': runtime })
  runtime.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start()
  engineClass = runtime.SchemaEngine
  return engineClass
}

export function poolConfig(url, database) {
  const u = new URL(url)
  return {
    host: u.hostname,
    port: Number(u.port || 5432),
    user: decodeURIComponent(u.username),
    password: decodeURIComponent(u.password),
    database: database ?? decodeURIComponent(u.pathname.slice(1)),
    max: 1,
    allowExitOnIdle: true,
  }
}

async function connectAdapter(url, { database, onDispose } = {}) {
  const adapter = await new PrismaPg(poolConfig(url, database)).connect()
  const pool = adapter.underlyingDriver()
  // The stock implementation splits scripts at every ';', which breaks function bodies and strings. A query
  // without parameters uses the simple protocol: many statements, one transaction, as in the native engine.
  adapter.executeScript = async (script) => {
    try {
      await pool.query(script)
    } catch (e) {
      adapter.onError(e)
    }
  }
  // The adapter has no mapping for PostgreSQL's one-byte "char" type (OID 18) of the system catalogs.
  const charColumns = new WeakMap()
  const performIO = adapter.performIO.bind(adapter)
  adapter.performIO = async (query) => {
    const result = await performIO(query)
    const columns = result.fields.flatMap((f, i) => (f.dataTypeID === 18 ? [i] : []))
    for (const i of columns) result.fields[i].dataTypeID = 25
    charColumns.set(result.rows, columns)
    return result
  }
  const queryRaw = adapter.queryRaw.bind(adapter)
  adapter.queryRaw = async (query) => {
    const result = await queryRaw(query)
    for (const i of charColumns.get(result.rows) ?? []) result.columnTypes[i] = ColumnTypeEnum.Character
    return result
  }
  const dispose = adapter.dispose.bind(adapter)
  adapter.dispose = async () => {
    await dispose()
    await onDispose?.()
  }
  return adapter
}

export class MigrationAwarePg {
  provider = 'postgres'
  adapterName = '@prisma/adapter-pg'
  constructor(url) {
    this.url = url
  }
  connect() {
    return connectAdapter(this.url)
  }
  // The stock implementation reuses a connection string, and so would land in the main database; and it drops
  // the database before its pool is closed.
  async connectToShadowDb() {
    const name = `prisma_shadow_${globalThis.crypto.randomUUID().replaceAll('-', '')}`
    const admin = new pg.Client(poolConfig(this.url))
    await admin.connect()
    try {
      await admin.query(`CREATE DATABASE "${name}"`)
    } finally {
      await admin.end()
    }
    return connectAdapter(this.url, {
      database: name,
      onDispose: async () => {
        const c = new pg.Client(poolConfig(this.url))
        await c.connect()
        try {
          await c.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`)
        } finally {
          await c.end()
        }
      },
    })
  }
}

export async function openEngine(url, schemaFiles) {
  const Engine = await loadEngineClass()
  const adapter = bindMigrationAwareSqlAdapterFactory(new MigrationAwarePg(url))
  const log = process.env.DEBUG_ENGINE ? console.error : () => {}
  return Engine.new({ datamodels: schemaFiles }, log, adapter)
}

export async function listMigrations(baseDir) {
  const read = (p) => readFile(p, 'utf8')
  const entries = await readdir(baseDir, { withFileTypes: true }).catch(() => [])
  const names = entries
    .filter((e) => e.isDirectory())
    .map((e) => e.name)
    .sort()
  return {
    baseDir,
    lockfile: {
      path: 'migration_lock.toml',
      content: await read(path.join(baseDir, 'migration_lock.toml')).catch(() => null),
    },
    shadowDbInitScript: '',
    migrationDirectories: await Promise.all(
      names.map(async (name) => ({
        path: name,
        migrationFile: {
          path: 'migration.sql',
          content: await read(path.join(baseDir, name, 'migration.sql')).then(
            (value) => ({ tag: 'ok', value }),
            (e) => ({ tag: 'error', value: e.message }),
          ),
        },
      })),
    ),
  }
}

export const noFilters = { externalTables: [], externalEnums: [] }
