// How long it takes from sending an action of a contact to being able to read the rating that it changed, while 500 a
// second come in: sent over the public door, read over the public API. BENCH_CONTACTS, BENCH_RATE and BENCH_SECONDS
// change the size.
import { createHash } from 'node:crypto'
import { startInstallation } from './installation.mjs'
import { described, pause, quantile } from './measure.mjs'

const contacts = Number(process.env.BENCH_CONTACTS ?? 50_000)
const rate = Number(process.env.BENCH_RATE ?? 500)
const seconds = Number(process.env.BENCH_SECONDS ?? 30)
const limitMs = 1000

/** Actions of one request: what a provider sends at once. */
const together = 10

export async function contactLatency() {
  const installation = await startInstallation({ port: 3923 })
  const { api, state, origin } = installation
  try {
    const key = 'wk_bench_uses_this_write_key'
    await state.query(
      `INSERT INTO "WriteKey" (id, "workspaceId", name, "keyHash", prefix)
       VALUES (gen_random_uuid(), $1, 'bench', $2, 'wk_benc…')`,
      [installation.workspace, createHash('sha256').update(key).digest('hex')],
    )
    const send = async (actions) => {
      const response = await fetch(`${origin}/v1/contacts/actions`, {
        method: 'POST',
        headers: {
          authorization: `Basic ${Buffer.from(`${key}:`).toString('base64')}`,
          'content-type': 'application/json',
        },
        body: JSON.stringify({ actions }),
      })
      const receipt = await response.json()
      if (receipt.accepted !== actions.length) throw new Error(JSON.stringify(receipt))
    }
    console.log(`filling: ${contacts.toLocaleString('en')} contacts, 20 actions each`)
    await fillContacts(installation)

    const { id } = await api('POST', '/models', { kind: 'contact', name: 'Bench' })
    const { runId } = await api('POST', `/models/${id}/publish`, { note: 'bench' })
    for (;;) {
      const run = await api('GET', `/runs/${runId}`)
      if (run.state === 'done') break
      if (!['queued', 'running'].includes(run.state)) throw new Error(run.error)
      await pause(100)
    }
    let sent = 0
    const action = (who) => ({
      contact: { email: `c${who}@example.com` },
      action: 'read',
      messageId: `bench-${sent++}`,
      occurredAt: new Date().toISOString(),
    })
    await send([action(0)])

    const answered = []
    const readable = []
    const underWay = new Set()
    const began = performance.now()
    for (let request = 0; request < (rate * seconds) / together; request++) {
      const due = began + (request * together * 1000) / rate
      await pause(Math.max(0, due - performance.now()))
      const people = Array.from({ length: together }, () => Math.floor(Math.random() * contacts))
      const one = (async () => {
        const started = performance.now()
        await send(people.map(action))
        answered.push(performance.now() - started)
        // Every tenth is read, so that it is the writing that is measured.
        if (request % 10 !== 0) return
        const read = await api('GET', `/contacts/c${people[0]}@example.com`)
        if (!read.lastAction) throw new Error('no rating')
        readable.push(performance.now() - started)
      })()
      underWay.add(one)
      void one.finally(() => underWay.delete(one)).catch(() => {})
    }
    await Promise.all(underWay)
    console.log(`answered: ${described(answered)}, p99 ${quantile(answered, 0.99).toFixed(0)} ms`)
    const p99 = quantile(readable, 0.99)
    console.log(
      `action to readable rating at ${rate} a second: ${described(readable)}, p99 ${p99.toFixed(0)} ms (at most ${limitMs})`,
    )
  } finally {
    await installation.stop()
  }
}

/** A mailing list inside the engine: everybody subscribed, then got and mostly read newsletters. */
async function fillContacts({ warehouse, state, workspace }) {
  const person = `concat('email:c', toString(who), '@example.com')`
  await warehouse.command({
    query: `
      INSERT INTO identities (workspace_id, person_id, identity)
      SELECT '${workspace}', xxHash64(${person}), ${person} FROM (SELECT number AS who FROM numbers(${contacts}))`,
  })
  await warehouse.command({
    query: `
      INSERT INTO events (workspace_id, person_id, occurred_at, event_id, kind, name, email, properties, message_key,
        source_id, source_kind, received_at)
      SELECT '${workspace}', xxHash64(${person}), now64(3) - toIntervalDay(140 - 7 * nth), concat('f', toString(number)),
        'action', multiIf(nth = 0, 'subscribed', nth % 2 = 0, 'delivered', cityHash64(number) % 20 = 0, 'bounce_soft',
          'read'),
        concat('c', toString(who), '@example.com'), concat('{"messageId":"m', toString(intDiv(nth, 2)), '"}'),
        xxHash64(concat('m', toString(intDiv(nth, 2)))), generateUUIDv4(), 'import', now64(3)
      FROM (SELECT number, number % 20 AS nth, intDiv(number, 20) AS who FROM numbers(${contacts * 20}))`,
    clickhouse_settings: { max_threads: '2', max_partitions_per_insert_block: 1000 },
  })
  await state.query('UPDATE "Workspace" SET "lastOccurredAt" = now()')
}
