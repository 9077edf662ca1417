// How long it takes to rate a whole list again, as a published contact model does: a million contacts of fifty actions
// each, range by range, against gathering and sorting the same actions in the same ranges.
import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createClient } from '@clickhouse/client'
import { build } from 'esbuild'
import { startClickHouse } from '../scripts/databases/clickhouse.mjs'
import { migrateWarehouse } from '../scripts/databases/migrate-warehouse.mjs'
import { fillMailingList } from './mailing-list.mjs'

const root = path.resolve(import.meta.dirname, '..')
const contacts = Number(process.env.BENCH_CONTACTS ?? 1_000_000)
const repeats = 3
const models = {
  'the usual model': {},
  'by days, gravity 1.5, unread': {
    gravity: 1.5,
    clock: { type: 'time' },
    actions: [
      { action: 'read' },
      { action: 'click' },
      { action: 'bounce_hard' },
      { action: 'bounce_soft' },
      { action: 'unread', severity: 0.1 },
    ],
  },
}

/** What the rebuild calls, bundled for Node: it finds the warehouse by the environment. */
async function loadRebuild(dir) {
  const outfile = path.join(dir, 'rebuild.cjs')
  const contents = [
    `export { RANGES_AT_ONCE, atOnce } from '@/lib/contacts/current/at-once'`,
    `export { contactRanges } from '@/lib/contacts/current/contact-ranges'`,
    `export { beginRange } from '@/lib/contacts/current/sql/begin-range'`,
    `export { insertRatings } from '@/lib/contacts/current/sql/insert-ratings'`,
    `export { parseContactDocument } from '@/lib/scoring/contacts/document'`,
    `export { warehouse } from '@/lib/warehouse/client'`,
  ].join('\n')
  await build({
    stdin: { contents, resolveDir: root },
    tsconfig: path.join(root, 'tsconfig.json'),
    outfile,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    logLevel: 'error',
  })
  return (await import(outfile)).default
}

/** Seconds of the wall, and of the processor in the engine. */
async function timed(work, cpuSeconds) {
  const [started, cpu] = [performance.now(), cpuSeconds()]
  await work()
  return { wall: (performance.now() - started) / 1000, cpu: cpuSeconds() - cpu }
}

/** Where there is no /proc the processor's time is not told. */
const cpuSecondsOf = (pid) => () => {
  try {
    const ticks = Number(execFileSync('getconf', ['CLK_TCK']).toString())
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ')
    return (Number(fields[11]) + Number(fields[12])) / ticks
  } catch {
    return Number.NaN
  }
}

const best = (samples) => ({
  wall: Math.min(...samples.map(({ wall }) => wall)),
  cpu: Math.min(...samples.map(({ cpu }) => cpu)),
})
const told = ({ wall, cpu }) => `${wall.toFixed(2)} s (${cpu.toFixed(1)} s of the processor)`

export async function rebuildContacts() {
  const dir = mkdtempSync(path.join(tmpdir(), 'gravitas-bench-'))
  const engine = await startClickHouse({ dir: path.join(dir, 'clickhouse') })
  Object.assign(process.env, { CLICKHOUSE_URL: engine.url(), DATABASE_URL: 'not asked' })
  const warehouse = createClient({ url: engine.url(), request_timeout: 600_000 })
  const loaded = await loadRebuild(dir)
  try {
    await migrateWarehouse({ url: engine.url() })
    const workspace = randomUUID()
    console.log(`  filling: ${contacts.toLocaleString('en')} contacts, 50 actions each`)
    await fillMailingList({ warehouse, workspace }, contacts)
    const ranges = loaded.contactRanges(contacts * 50)
    const cpuSeconds = cpuSecondsOf(engine.child.pid)

    const bare = readFileSync(path.join(import.meta.dirname, 'bare/gather-and-sort.sql'), 'utf8')
    const sort = async () => {
      for (const { from, to } of ranges) {
        const query_params = { workspace, rangeFrom: from, rangeTo: to }
        await (await warehouse.query({ query: bare, query_params, format: 'JSONEachRow' })).json()
      }
    }
    const sorts = []
    for (let turn = 0; turn < repeats; turn++) sorts.push(await timed(sort, cpuSeconds))
    console.log(`  gather and sort: ${told(best(sorts))}`)

    for (const [name, rest] of Object.entries(models)) {
      const parsed = loaded.parseContactDocument({ kind: 'contact', name: 'Bench', ...rest })
      if (!parsed.ok) throw new Error(parsed.message)
      const samples = []
      for (let turn = 0; turn < repeats; turn++)
        samples.push(
          await timed(() => rebuild(loaded, { workspace, ranges, document: parsed.document }), cpuSeconds),
        )
      const { wall, cpu } = best(samples)
      const ratio = wall / best(sorts).wall
      const isUsual = Object.keys(rest).length === 0
      const verdict = (isMet) => (isUsual ? `, ${isMet ? 'met' : 'missed'}` : '')
      console.log(`  rebuild, ${name}: ${told({ wall, cpu })}, at most 8 s${verdict(wall <= 8)}`)
      console.log(`    of gathering and sorting: ${ratio.toFixed(2)}, at most 1.5${verdict(ratio <= 1.5)}`)
    }
  } finally {
    await loaded.warehouse().close()
    await warehouse.close()
    await engine.stop()
    rmSync(dir, { recursive: true, force: true })
  }
}

/** The ratings of a version of its own, as the job makes them. */
async function rebuild(
  { atOnce, RANGES_AT_ONCE, beginRange, insertRatings },
  { workspace, ranges, document },
) {
  const tagged = { lane: 'jobs', tag: 'bench' }
  const rated = {
    workspace,
    versionId: randomUUID(),
    document,
    asOf: new Date('2026-01-02'),
    compared: false,
  }
  await atOnce(ranges, RANGES_AT_ONCE, async ({ from, to }) => {
    const begun = await beginRange(workspace, tagged)
    await insertRatings({ ...rated, ...begun, scope: { rangeFrom: from, rangeTo: to } }, tagged)
  })
}
