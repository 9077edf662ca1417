import { test } from 'vitest'
import { startRun } from '@/lib/engagement/operations'
import { restate } from '@/lib/engagement/restate'
import { NOW, ask } from '@/lib/engagement/testing'
import { warehouse } from '@/lib/warehouse/client'
import { changeReasons } from './change-reasons'
import { explainPerson, getPerson, personPath, personTimeline } from './operations'
import { earlier, later, makeHistories } from './testing-histories'

test('bench', async () => {
  const made = await makeHistories()
  const weeks = { from: '2025-06-16', to: '2026-06-15', every: 'week' } as const
  const run = await startRun(made.contextOf('editor', NOW), { id: made.model, ...weeks })
  await restate({ batchId: run.id }, () => new Date('2026-06-15T02:00:00Z'))
  const command = async (query: string) => {
    const t = performance.now()
    await warehouse().command({ query, query_params: { w: made.id } })
    console.log(query.slice(0, 60).replace(/\n/g, ' '), Math.round(performance.now() - t), 'ms')
  }
  const runs = await ask<{ run: string; asOf: string }>(
    `SELECT toString(run_id) AS run, any(as_of) AS asOf FROM scores WHERE workspace_id = {w:UUID} GROUP BY run_id`,
    { w: made.id },
  )
  console.log(runs.length, 'runs')
  const one = (
    r: (typeof runs)[number],
    n: number,
  ) => `INSERT INTO scores (workspace_id, run_id, person_id, as_of, state, raw, score, tier, stage, below, equal, baseline, counts, tenure_days, last_activity, account_id, other_score, other_tier, matched, last_matched, monetary)
    SELECT '${made.id}', '${r.run}', cityHash64(number), parseDateTime64BestEffort('${r.asOf}', 3), 'scored', (number % 5000) / 37, (number % 1000) / 10, 'regular', if(number % 9 = 0, 'new', 'established'), number, 3, 1000000, [1,2,3,4,5], 20 + number % 300, now64(3), concat('acc', toString(number % 9000)), (number % 1000) / 10, 'regular', number % 50, now64(3), number % 77 FROM numbers(${n})`
  const t0 = performance.now()
  for (const r of runs) await warehouse().command({ query: one(r, 1_000_000) })
  console.log('scores', Math.round(performance.now() - t0))
  await command(`INSERT INTO events (workspace_id, person_id, occurred_at, event_id, kind, name, source_id, source_kind, received_at, properties)
    SELECT {w:UUID}, cityHash64(number % 1000000), addSeconds(toDateTime64('2025-06-01 00:00:00', 3, 'UTC'), (number * 7919) % 32000000), toString(number), 'track', ['report','comment','page','pay'][number % 4 + 1], generateUUIDv4(), 'import', toDateTime64('2026-05-01 00:00:00', 3, 'UTC'), '{"price": 5, "plan": "pro", "title": "Weekly revenue of the north"}' FROM numbers(10000000)`)
  await command(
    `INSERT INTO identities (workspace_id, person_id, identity, first_seen) SELECT {w:UUID}, cityHash64(number), concat('user:x', toString(number)), now64(3) FROM numbers(1000000)`,
  )
  await command(
    `INSERT INTO person_overrides (workspace_id, from_id, to_id, updated_at) SELECT {w:UUID}, cityHash64(number + 5000000), cityHash64(number), now64(3) FROM numbers(300000)`,
  )
  const context = made.contextOf('editor', NOW)
  const people = (
    await ask<{ id: string }>(
      `SELECT toString(person_id) AS id FROM scores WHERE workspace_id = {w:UUID} AND run_id = {r:UUID} AND cityHash64(person_id) % 20000 = 0 LIMIT 50`,
      { w: made.id, r: runs[0]?.run },
    )
  ).map(({ id }) => id)
  const runOf = (d: Date) => runs.find(({ asOf }) => new Date(asOf).getTime() === d.getTime())?.run ?? ''
  const timed = async (name: string, work: () => Promise<unknown>) => {
    const times: number[] = []
    for (let i = 0; i < 12; i++) {
      const t = performance.now()
      await work()
      times.push(Math.round(performance.now() - t))
    }
    console.log(name, 'first', times[0], 'sorted', times.sort((a, b) => a - b).join(' '))
  }
  const model = made.model
  await timed('get', () => getPerson(context, { id: 'late', model }))
  await timed('path', () => personPath(context, { id: 'late', model }))
  await timed('explain', () => explainPerson(context, { id: 'late', model }))
  await timed('explain frozen', () => explainPerson(context, { id: 'late', model, reference: 'frozen' }))
  await timed('explain+change', () =>
    explainPerson(context, { id: 'late', model, from: earlier.toISOString() }),
  )
  await timed('timeline', () => personTimeline(context, { id: 'late', model }))
  await timed('all', async () => {
    await Promise.all([
      getPerson(context, { id: 'late', model }),
      personPath(context, { id: 'late', model }),
      explainPerson(context, { id: 'late', model, from: earlier.toISOString() }),
      personTimeline(context, { id: 'late', model }),
    ])
  })
  await timed('reasons 50', () =>
    changeReasons({ id: made.id, timeZone: 'UTC' }, people, [runOf(earlier), runOf(later)]),
  )
  // each query by itself
  const { peopleMembers } = await import('./sql/people-members')
  const { findPerson } = await import('./sql/find-person')
  const { personPoints } = await import('./sql/person-points')
  const { rfmPlaces } = await import('./sql/rfm-places')
  const { accountMean } = await import('./sql/account-mean')
  const { rawBinsOfRun } = await import('./sql/raw-bins')
  const { eventsSince, personEvents } = await import('./sql/person-events')
  const { rollingBaselines } = await import('@/lib/engagement/sql/person-places')
  const { publicIdentities } = await import('./sql/public-identities')
  const w = made.id
  const [f] = await findPerson({ workspace: w, identities: ['user:late'] })
  const ids = [BigInt(f?.person ?? '0')]
  const last = runOf(later)
  await timed('q find', () => findPerson({ workspace: w, identities: ['user:late'] }))
  await timed('q members', () => peopleMembers({ workspace: w, ids }))
  await timed('q publicIdentities', () => publicIdentities({ workspace: w, ids }))
  await timed('q points 53', () =>
    personPoints({
      workspace: w,
      runs: runs.map(({ run }) => run),
      ids,
      from: new Date('2025-01-01'),
      to: later,
    }),
  )
  await timed('q points 1', () => personPoints({ workspace: w, runs: [last], ids, from: later, to: later }))
  await timed('q rfm', () =>
    rfmPlaces({ workspace: w, run: last, matched: 4, lastMatched: 5, monetaryKey: 5 }),
  )
  await timed('q account', () => accountMean({ workspace: w, run: last, account: 'acc7' }))
  await timed('q bins', () => rawBinsOfRun({ workspace: w, run: last, width: 1e9, bins: 40 }))
  await timed('q since', () => eventsSince({ workspace: w, ids, asOf: later, since: later }))
  await timed('q events', () =>
    personEvents({ properties: true, ever: true })({
      workspace: w,
      ids,
      zone: 'UTC',
      from: earlier,
      until: later,
      names: [],
      firsts: ['invite'],
    }),
  )
  const { documentOf } = await import('@/lib/engagement/data')
  const { findScores } = await import('./data')
  const s = await findScores(model, {})
  await timed('q pg findScores', () => findScores(model, {}))
  await timed('q rolling', () =>
    rollingBaselines({
      workspace: w,
      run: last,
      document: documentOf(s!.version),
      keys: [1e9, 5e9, 9e9, 30e9, 31e9, 35e9],
      highest: [],
    }),
  )
}, 1_200_000)
