// How quick the reads of contacts are with a million of them, warm: each as a page asks it.
// BENCH_CONTACTS: another number of contacts.
import os from 'node:os'
import { startInstallation } from './installation.mjs'
import { pause, quantile, time } from './measure.mjs'

const contacts = Number(process.env.BENCH_CONTACTS ?? 1_000_000)
/** Of each contact, over half a year. */
const actions = 20
const warmUps = 3
const samples = 20

/** In milliseconds. */
const aims = { list: 300, contact: 100, overview: 500 }

const end = '2026-06-01 00:00:00'
const settings = { max_threads: '2', max_partitions_per_insert_block: 1000 }

export async function contactsAtAMillion() {
  const installation = await startInstallation({ port: 3927 })
  try {
    console.log(`filling: ${contacts.toLocaleString('en')} contacts of ${actions} actions`)
    await fill(installation)
    console.log(`rated: ${await rate(installation)}`)
    await measure(installation)
  } finally {
    await installation.stop()
  }
}

/** Contacts of whom every twentieth is a user too, and what they did with a message a week. */
async function fill({ warehouse, state, workspace }) {
  const insert = (into, select) =>
    warehouse.command({ query: `INSERT INTO ${into} ${select}`, clickhouse_settings: settings })
  const email = (who) => `concat('email:p', toString(${who}), '@example.org')`
  const user = (who) => `concat('user:u', toString(${who}))`
  const users = Math.floor(contacts / 20)
  for (const [identity, count] of [
    [email, contacts],
    [user, users],
  ])
    await insert(
      'identities (workspace_id, person_id, identity, first_seen)',
      `SELECT '${workspace}', xxHash64(${identity('number')}), ${identity('number')}, '${end}' FROM numbers(${count})`,
    )
  await insert(
    'person_overrides (workspace_id, from_id, to_id, updated_at)',
    `SELECT '${workspace}', xxHash64(${email('number')}), xxHash64(${user('number')}), '${end}' FROM numbers(${users})`,
  )
  const names = `['delivered', 'delivered', 'delivered', 'delivered', 'read', 'read', 'read', 'click', 'bounce_soft', 'complaint']`
  const weights = '[0, 0, 0, 0, 1, 2, 3, 4, 5, 5]'
  await insert(
    'events (workspace_id, person_id, occurred_at, event_id, kind, name, properties, machine, source_id, source_kind, received_at)',
    `SELECT '${workspace}', xxHash64(${email('who')}), at, toString(number), 'action',
       if(${weights}[draw] = 5 AND cityHash64(number, 4) % 20 > 0, 'read', ${names}[draw]),
       concat('{"messageId":"m', toString(intDiv(number, ${contacts} * 2)), '"}'), cityHash64(number, 5) % 10 = 0,
       '${workspace}', 'import', at
     FROM (
       SELECT number, number % ${contacts} AS who, 1 + cityHash64(number, 2) % 10 AS draw,
         toDateTime64('${end}', 3, 'UTC') - toIntervalSecond(1 + cityHash64(number, 3) % 15000000) AS at
       FROM numbers(${contacts * actions})
     )`,
  )
  await state.query('UPDATE "Workspace" SET "lastOccurredAt" = $1 WHERE id = $2', [
    new Date(Date.parse(`${end.replace(' ', 'T')}Z`) - 3_600_000),
    workspace,
  ])
}

/** Publishes the usual model and waits until everybody is rated by it. */
async function rate({ api }) {
  const { id } = await api('POST', '/models', { kind: 'contact', name: 'Bench' })
  const { runId } = await api('POST', `/models/${id}/publish`, { note: 'bench' })
  for (;;) {
    const run = await api('GET', `/runs/${runId}`)
    if (run.state === 'failed' || run.state === 'cancelled') throw new Error(`the rating ${run.state}`)
    if (run.state === 'done') return `${run.people.toLocaleString('en')} contacts in ${run.seconds} s`
    await pause(500)
  }
}

async function measure({ origin, signIn }) {
  const cookie = await signIn()
  const read = async (operation, input = {}) => {
    const response = await fetch(`${origin}/api/read/${operation}?workspace=bench`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json' },
      body: JSON.stringify(input),
    })
    if (!response.ok) throw new Error(`${operation}: ${response.status} ${await response.text()}`)
    return response.json()
  }
  const list = (input) => () => read('contacts.list', { limit: 200, ...input })
  const next = async (input) => ({ ...input, cursor: (await list(input)()).nextCursor })
  let turn = 0
  const someone = () => `p${(turn = (turn + 7919) % contacts)}@example.org`

  const table = [
    ['contacts.list, by score', aims.list, list({})],
    ['… the next page', aims.list, list(await next({}))],
    ['… of four and five stars', aims.list, list({ stars: '4,5' })],
    ['… by last action', aims.list, list({ sort: 'lastAction' })],
    ['… search: part of an e-mail', aims.list, list({ search: '4321@exa' })],
    ['… search: everybody’s domain', aims.list, list({ search: 'example.org' })],
    ['… search, six in a palette', aims.list, list({ search: 'p4321', limit: 6 })],
    ...['loyal', 'top', 're-engage', 'remove'].map((name) => [
      `… the list ${name}`,
      aims.list,
      list({ list: name }),
    ]),
    ['… the list dormant', null, list({ list: 'dormant' })],
    ['… the list risen', null, list({ list: 'risen' })],
    ['… by e-mail', null, list({ sort: 'email' })],
    ['contacts.get', aims.contact, () => read('contacts.get', { id: someone() })],
    ['contacts.page', aims.contact, () => read('contacts.page', { id: someone() })],
    ['contacts.overview', aims.overview, () => read('contacts.overview')],
  ]
  console.log(`load of the machine: ${os.loadavg()[0].toFixed(1)}, warm, n = ${samples} each, in ms`)
  console.log(`${'what'.padEnd(38)}${'p50'.padStart(8)}${'p95'.padStart(8)}${'at most'.padStart(9)}`)
  for (const [what, aim, work] of table) {
    await time(work, warmUps)
    const took = await time(work, samples)
    const [half, most] = [quantile(took, 0.5), quantile(took, 0.95)].map((ms) => ms.toFixed(0))
    console.log(`${what.padEnd(38)}${half.padStart(8)}${most.padStart(8)}${String(aim ?? '–').padStart(9)}`)
  }
}
