// An installation of its own to measure: databases in a temporary folder, filled inside the engine, and the product
// started as users start it.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createClient } from '@clickhouse/client'
import pg from 'pg'
import { startClickHouse } from '../scripts/databases/clickhouse.mjs'
import { startPostgres } from '../scripts/databases/postgres.mjs'

const root = path.resolve(import.meta.dirname, '..')
const account = { email: 'bench@example.org', password: 'bench and nothing else' }
const apiKey = 'bench-uses-this-api-key'

/** @param {{ port: number, demo?: 'on' | 'off' }} options */
export async function startInstallation({ port, demo = 'off' }) {
  const dir = mkdtempSync(path.join(tmpdir(), 'gravitas-bench-'))
  const postgres = await startPostgres({ dir: path.join(dir, 'postgres') })
  await postgres.createDatabase('gravitas')
  const engine = await startClickHouse({ dir: path.join(dir, 'clickhouse') })
  const env = {
    ...process.env,
    PORT: String(port),
    DATA_DIR: path.join(dir, 'data'),
    DATABASE_URL: postgres.url('gravitas'),
    CLICKHOUSE_URL: engine.url(),
    GRAVITAS_INIT_EMAIL: account.email,
    GRAVITAS_INIT_PASSWORD: account.password,
    GRAVITAS_INIT_WORKSPACE: 'bench',
    GRAVITAS_INIT_API_KEY: apiKey,
    GRAVITAS_DEMO: demo,
  }
  const product = spawn(process.execPath, ['scripts/start.mjs'], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await new Promise((resolve, reject) => {
    product.stdout.on('data', (text) => String(text).includes('Gravitas is ready') && resolve(undefined))
    product.once('exit', (code) => reject(new Error(`The product ended with ${code}.`)))
  })
  const origin = `http://localhost:${port}`
  const state = new pg.Pool({ connectionString: env.DATABASE_URL })
  const warehouse = createClient({ url: env.CLICKHOUSE_URL, request_timeout: 600_000 })
  const { rows } = await state.query('SELECT id FROM "Workspace"')
  return {
    origin,
    state,
    warehouse,
    workspace: rows[0].id,
    /** Calls the public API; answers the JSON. */
    async api(method, call, body) {
      const headers = { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' }
      const response = await fetch(`${origin}/api/v1${call}`, {
        method,
        headers,
        body: body && JSON.stringify(body),
      })
      if (!response.ok) throw new Error(`${method} ${call}: ${response.status} ${await response.text()}`)
      return response.json()
    },
    signIn: () => signIn(origin),
    async stop() {
      product.removeAllListeners('exit')
      const gone = new Promise((resolve) => product.once('exit', resolve))
      product.kill('SIGTERM')
      await gone
      await state.end()
      await warehouse.close()
      await engine.stop()
      await postgres.stop()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}

/** Signs in as a browser does; answers the Cookie header of the session. */
async function signIn(origin) {
  const jar = new Map()
  const keep = (response) => {
    for (const line of response.headers.getSetCookie()) {
      const [name, value] = line.split(';')[0].split(/=(.*)/s)
      jar.set(name, value)
    }
    return response
  }
  const cookie = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
  const { csrfToken } = await keep(await fetch(`${origin}/api/auth/csrf`)).json()
  const body = new URLSearchParams({ csrfToken, ...account, json: 'true' })
  keep(
    await fetch(`${origin}/api/auth/callback/password`, {
      method: 'POST',
      body,
      headers: { cookie: cookie() },
      redirect: 'manual',
    }),
  )
  return cookie()
}

/** Fills a workspace with activity over some days, inside the engine: `people` persons, `events` events of ten names. */
export async function fill({ warehouse, state, workspace }, { people, events, days = 120 }) {
  const person = `concat('user:p', toString(who))`
  await warehouse.command({
    query: `
      INSERT INTO identities (workspace_id, person_id, identity)
      SELECT '${workspace}', xxHash64(${person}), ${person} FROM (SELECT number AS who FROM numbers(${people}))`,
  })
  await warehouse.command({
    query: `
      INSERT INTO events (workspace_id, person_id, occurred_at, event_id, kind, name, user_id, properties, source_id,
        source_kind, received_at)
      SELECT '${workspace}', xxHash64(${person}),
        toDateTime64('2026-06-01 00:00:00', 3, 'UTC') - toIntervalSecond(cityHash64(number, 1) % ${days * 86_400}),
        toString(number), 'track', concat('Event ', toString(intDiv(cityHash64(number, 2) % 100, 10))),
        concat('p', toString(who)), '{}', generateUUIDv4(), 'import', now64(3)
      FROM (SELECT number, intDiv(pow(cityHash64(number, 3) % 1000000 / 1000000., 2) * ${people}, 1)::UInt64 AS who
            FROM numbers(${events}))`,
    clickhouse_settings: { max_threads: '2', max_partitions_per_insert_block: 1000 },
  })
  await state.query('UPDATE "Workspace" SET "lastOccurredAt" = $1', [new Date('2026-05-31T23:00:00Z')])
}
