import { once } from 'node:events'
import path from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { applicationEnvironment } from './application-environment.mjs'
import { bundles, watchServer } from './bundle-server.mjs'
import { checkout } from './checkout.mjs'
import { applyMigrations } from './databases/apply-migrations.mjs'
import { checkClickHouse, checkPostgres } from './databases/check-servers.mjs'
import { migrateWarehouse } from './databases/migrate-warehouse.mjs'
import { runTool } from './processes/run-tool.mjs'
import { supervised } from './processes/supervise.mjs'
import { clickhouseService, postgresService, programService } from './services.mjs'
import { waitForHealth } from './wait-for-health.mjs'
import { watchBuild } from './watch-build.mjs'

const NEXT = 'node_modules/next/dist/bin/next'
const ROUTINE = /^\s*(▲ Next\.js|- (Local|Network|Environments)|✓ (Starting|Ready|Running)|ready$)/
const bold = (text) => (process.stdout.isTTY ? `\x1b[1m${text}\x1b[22m` : text)

/**
 * Databases, migrations, set-up, web server and worker; then keeps them running until `signal` aborts, and stops
 * them in the opposite order.
 * @param {{ settings: import('./settings.mjs').Settings, dev: boolean, signal: AbortSignal,
 *   lock: import('./processes/instance-lock.mjs').Lock, steps: ReturnType<typeof import('./progress.mjs').progress> }}
 *   options
 */
export async function serve({ settings, dev, lock, signal, steps: { step, print, elapsed } }) {
  const say = (line) => print(`> ${line}`)
  /** What to stop, the last one first. @type {(() => Promise<unknown> | undefined)[]} */
  const stops = []
  try {
    const databases = await step('Databases', () => startDatabases({ settings, lock, stops, say }), describe)
    const env = applicationEnvironment(settings, { ...databases, dev })
    signal.throwIfAborted()
    await step('Migrations', () => migrate(settings, databases), counted)
    signal.throwIfAborted()

    const programs = path.join(checkout, dev ? bundles.development : bundles.production)
    let onChange = () => {}
    if (dev) {
      const watching = await watchServer(programs, () => onChange())
      stops.push(watching.close)
    }
    const program = (name, args, graceMs) => {
      const show = (from, line) =>
        !(ROUTINE.test(stripVTControlCharacters(line)) && !dev) && print(`${from.padEnd(6)} | ${line}`)
      const service = supervised(
        name,
        programService({ name, args, env, graceMs, onSpawn: lock.addChild, show }),
        say,
      )
      stops.push(service.stop)
      return service
    }
    const worker = program('worker', ['--enable-source-maps', path.join(programs, 'worker.mjs')], 10_000)
    const web = program('web', [NEXT, dev ? 'dev' : 'start', '-p', String(settings.port)], 5000)
    // The web server takes a while to come up, and nobody calls it yet; the worker needs what the set-up makes.
    const { gone } = await web.start()
    const setUp = () => runSetUp(path.join(programs, 'set-up.mjs'), env, signal)
    const first = await step('Workspace', setUp, ({ created }) => (created ? 'made' : 'there'))
    await step(
      'Web and worker',
      () => startPrograms({ web, gone, worker, settings, dev, signal }),
      () => 'ready',
    )
    if (dev) onChange = () => void worker.restart()
    else watchBuild(() => void startAnew([web, worker], say))
    console.log(readyText(settings, first, elapsed()))

    if (!signal.aborted) await once(signal, 'abort')
    console.log(`\nStopping (${signal.reason.message}).`)
  } finally {
    for (const stop of stops.reverse()) await stop()?.catch((error) => console.error(error.message))
  }
}

/** The databases that no setting names, in the data folder; both at the same time. */
async function startDatabases({ settings, lock, stops, say }) {
  const { databaseUrl, clickhouseUrl, dataDir } = settings
  const start = async (name, launch) => {
    const service = supervised(name, launch, say)
    stops.push(service.stop)
    const running = await service.start()
    service.keep()
    return running
  }
  const [postgres, clickhouse] = await settleAll([
    databaseUrl ? checkPostgres(databaseUrl) : start('PostgreSQL', postgresService(dataDir)),
    clickhouseUrl
      ? checkClickHouse(clickhouseUrl)
      : start('The engine', clickhouseService(dataDir, lock.addChild)),
  ])
  return {
    databaseUrl: databaseUrl ?? postgres.url,
    clickhouseUrl: clickhouseUrl ?? clickhouse.url,
    adopted: postgres?.adopted,
  }
}

/** As Promise.all, but nothing is still under way when it rejects. */
async function settleAll(promises) {
  const results = await Promise.allSettled(promises)
  const failed = results.find((result) => result.status === 'rejected')
  if (failed) throw failed.reason
  return results.map((result) => result.value)
}

async function migrate({ clickhouseCluster }, { databaseUrl, clickhouseUrl }) {
  const [state, events] = await settleAll([
    applyMigrations({ connectionString: databaseUrl }),
    migrateWarehouse({ url: clickhouseUrl, cluster: clickhouseCluster }),
  ])
  return state.length + (events?.length ?? 0)
}

/** Makes the first person and workspace in an empty database; answers with the one-time sign-in link. */
async function runSetUp(program, env, signal) {
  const said = await runTool('The set-up', ['--enable-source-maps', program], { env, signal })
  const answer = said.trim().split('\n').at(-1) ?? ''
  return /** @type {{ signInUrl?: string, created: boolean }} */ (JSON.parse(answer))
}

async function startPrograms({ web, gone, worker, settings, dev, signal }) {
  await worker.start()
  await waitForHealth({ port: settings.port, withinMs: dev ? 180_000 : 60_000, signal, gone })
  web.keep()
  worker.keep()
}

/** After `npm test` or `npm run build` in the same checkout, for instance. */
async function startAnew(programs, say) {
  say('The checkout was built anew.')
  await Promise.all(programs.map((program) => program.restart()))
}

function describe({ adopted }) {
  return adopted ? 'running (PostgreSQL was left by an earlier start)' : 'running'
}

function counted(count) {
  return count === 0 ? 'up to date' : `${count} applied`
}

function readyText({ origin, dataDir }, { signInUrl }, elapsed) {
  const lines = ['', `Gravitas is ready at ${bold(origin)} after ${elapsed}.`]
  if (signInUrl) lines.push(`Sign in with this link, once: ${bold(signInUrl)}`)
  lines.push(`Data are in ${dataDir}. Ctrl-C stops everything.`, '')
  return lines.join('\n')
}
